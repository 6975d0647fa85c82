import type { Failure, Member } from '../protocol.ts'

export type Language = 'zh-Hans' | 'zh-Hant' | 'en'

/** What stands on the page itself; what the bot says comes from the bot. */
export interface Labels {
  readonly title: string
  readonly motto: string
  readonly privateChat: string
  readonly group: string
  readonly menu: string
  readonly newOffer: string
  readonly whatIsKept: string
  readonly deleteAll: string
  readonly deleteSure: string
  readonly deleteYes: string
  readonly deleteNo: string
  readonly language: string
  readonly messages: string
  readonly bot: string
  readonly you: string
  readonly member: Record<Member, string>
  readonly admin: string
  readonly speakAs: string
  readonly nameBot: string
  readonly askAbout: string
  readonly replyingTo: string
  readonly groupName: string
  readonly groupHint: string
  readonly playOffer: string
  readonly askBot: string
  readonly onlyFor: (name: string) => string
  readonly privateOf: (name: string) => string
  readonly backToMine: string
  readonly write: string
  readonly writeInGroup: string
  readonly send: string
  readonly forwarded: string
  readonly forwardedHelp: string
  readonly picture: string
  readonly addPictures: string
  readonly savePicture: string
  readonly remove: string
  readonly example: string
  readonly examplePitch: string
  readonly waiting: string
  readonly tryAgain: string
  readonly takeBack: string
  readonly thinking: string
  readonly failure: Record<Failure['error'], string>
  readonly state: Record<'met' | 'open' | 'not_met' | 'authority', string>
  readonly elements: string
  readonly choices: string
}

const en: Labels = {
  title: 'Is this a pyramid scheme?',
  motto: 'Reads the offer, asks little, shows the law',
  privateChat: 'Private chat',
  group: 'Try a group',
  menu: 'Menu',
  newOffer: 'New offer',
  whatIsKept: 'What is kept',
  deleteAll: 'Delete everything',
  deleteSure: 'Delete all that was said, here and at the bot?',
  deleteYes: 'Delete',
  deleteNo: 'Keep',
  language: 'Language',
  messages: 'Messages',
  bot: 'Bot',
  you: 'You',
  member: { me: 'Me', friend: 'A friend', recruiter: 'The recruiter' },
  admin: 'admin',
  speakAs: 'Speak as',
  nameBot: 'Address the bot',
  askAbout: 'Ask the bot about this',
  replyingTo: 'About:',
  groupName: 'Friends and family',
  groupHint:
    'A group to try things in: you play everyone. The bot stays silent until somebody addresses it with @bot, replies to it or presses one of its buttons.',
  playOffer: 'Let the recruiter post an offer',
  askBot: '@bot Is this a pyramid scheme?',
  onlyFor: (name) => `Only ${name} sees this`,
  privateOf: (name) => `This is the private chat of: ${name}.`,
  backToMine: 'Back to mine',
  write: 'Paste the offer, or write',
  writeInGroup: 'Write to the group',
  send: 'Send',
  forwarded: 'Someone else’s words',
  forwardedHelp: 'Pressed: somebody else wrote this. Not pressed: these are your own words.',
  picture: 'Picture',
  addPictures: 'Add pictures',
  savePicture: 'Save the picture',
  remove: 'Remove',
  example: 'Try an example',
  examplePitch:
    'Sisters, our “Morning Dew” wellness club is opening up! Join for 2,680 yuan and get a massage pillow. For every friend you bring in you receive 600. Last ten places, free by next spring!',
  waiting: 'No connection: it will be sent as soon as there is one.',
  tryAgain: 'Send again',
  takeBack: 'Back to the text field',
  thinking: 'The bot is reading',
  failure: {
    no_session: 'The page has lost its place. Allow cookies for it and load it again.',
    foreign: 'The bot could not see that this comes from its own page. Open the page at its own address.',
    wrong_host: 'The bot does not answer under this address. Open the address it printed when it started.',
    wrong_form: 'The bot could not read this message. Load the page again and send it once more.',
    too_large: 'That is too long. Send the part that matters.',
    too_many: 'That was a lot at once. It will be sent again in a moment.',
    busy: 'Many people are here just now. It will be sent again in a moment.',
    unfinished: 'The bot could not take this in. It will be sent again in a moment.',
    not_found: 'The page is older than the bot. Load it again.',
  },
  state: { met: 'seen', open: 'not clear yet', not_met: 'not seen', authority: 'for the authority to say' },
  elements: 'What the definition asks for',
  choices: 'Answers to choose from',
}

const zhHans: Labels = {
  title: '这是传销吗？',
  motto: '先读，少问，句句有依据',
  privateChat: '私聊',
  group: '试试群聊',
  menu: '菜单',
  newOffer: '换一个项目',
  whatIsKept: '保存了什么',
  deleteAll: '全部删除',
  deleteSure: '这里和机器人那边说过的话，全部删掉？',
  deleteYes: '删除',
  deleteNo: '留着',
  language: '语言',
  messages: '消息',
  bot: '机器人',
  you: '你',
  member: { me: '我', friend: '朋友', recruiter: '拉人的' },
  admin: '群主',
  speakAs: '以谁的身份说',
  nameBot: '点名机器人',
  askAbout: '就这条问机器人',
  replyingTo: '关于：',
  groupName: '我们的亲友小群',
  groupHint: '一个用来试的小群，每个人都由你来扮演。没人用 @bot 点名、回复它或点它的按钮，机器人就不出声。',
  playOffer: '让拉人的发一条',
  askBot: '@bot 这是传销吗？',
  onlyFor: (name) => `只有“${name}”看得到`,
  privateOf: (name) => `这是“${name}”的私聊。`,
  backToMine: '回到我的',
  write: '把对方发的贴过来，或者自己讲',
  writeInGroup: '在群里说',
  send: '发送',
  forwarded: '别人说的话',
  forwardedHelp: '按下：这段是别人写的。不按：是你自己的话。',
  picture: '图片',
  addPictures: '添加图片',
  savePicture: '保存图片',
  remove: '去掉',
  example: '用一个例子试试',
  examplePitch:
    '姐妹们，“晨露”养生会馆招合伙人啦！交2680元入会，送一只按摩枕。以后每介绍一位新会员，奖600元。最后十个名额，明年春天就能财务自由！',
  waiting: '没有网络，连上后会自动发出。',
  tryAgain: '重新发送',
  takeBack: '放回输入框',
  thinking: '机器人在读',
  failure: {
    no_session: '页面丢了自己的位置。请允许它使用 Cookie，再重新打开。',
    foreign: '机器人看不出这条消息来自它自己的页面。请从它自己的地址打开。',
    wrong_host: '机器人不在这个地址上应答。请打开它启动时显示的地址。',
    wrong_form: '机器人读不了这条消息。请重新打开页面再发一次。',
    too_large: '太长了。请只发要紧的部分。',
    too_many: '一下子发得有点多，过一会儿会自动再发。',
    busy: '现在人很多，过一会儿会自动再发。',
    unfinished: '机器人没能收下这条，过一会儿会自动再发。',
    not_found: '这个页面比机器人旧了。请重新打开。',
  },
  state: { met: '看到了', open: '还不清楚', not_met: '没看到', authority: '由执法机关认定' },
  elements: '定义里的要件',
  choices: '可以选的回答',
}

const zhHant: Labels = {
  title: '這是傳銷嗎？',
  motto: '先讀，少問，句句有依據',
  privateChat: '私聊',
  group: '試試群聊',
  menu: '選單',
  newOffer: '換一個項目',
  whatIsKept: '保存了什麼',
  deleteAll: '全部刪除',
  deleteSure: '這裡和機器人那邊說過的話，全部刪掉？',
  deleteYes: '刪除',
  deleteNo: '留著',
  language: '語言',
  messages: '訊息',
  bot: '機器人',
  you: '你',
  member: { me: '我', friend: '朋友', recruiter: '拉人的' },
  admin: '群主',
  speakAs: '以誰的身分說',
  nameBot: '點名機器人',
  askAbout: '就這則問機器人',
  replyingTo: '關於：',
  groupName: '我們的親友小群',
  groupHint: '一個用來試的小群，每個人都由你來扮演。沒人用 @bot 點名、回覆它或按它的按鈕，機器人就不出聲。',
  playOffer: '讓拉人的發一則',
  askBot: '@bot 這是傳銷嗎？',
  onlyFor: (name) => `只有「${name}」看得到`,
  privateOf: (name) => `這是「${name}」的私聊。`,
  backToMine: '回到我的',
  write: '把對方發的貼過來，或者自己講',
  writeInGroup: '在群裡說',
  send: '送出',
  forwarded: '別人說的話',
  forwardedHelp: '按下：這段是別人寫的。不按：是你自己的話。',
  picture: '圖片',
  addPictures: '加入圖片',
  savePicture: '儲存圖片',
  remove: '去掉',
  example: '用一個例子試試',
  examplePitch:
    '姊妹們，「晨露」養生會館招合夥人啦！繳2680元入會，送一個按摩枕。以後每介紹一位新會員，獎600元。最後十個名額，明年春天就能財務自由！',
  waiting: '沒有網路，連上後會自動送出。',
  tryAgain: '重新傳送',
  takeBack: '放回輸入框',
  thinking: '機器人在讀',
  failure: {
    no_session: '頁面丟了自己的位置。請允許它使用 Cookie，再重新打開。',
    foreign: '機器人看不出這則訊息來自它自己的頁面。請從它自己的網址打開。',
    wrong_host: '機器人不在這個網址上應答。請打開它啟動時顯示的網址。',
    wrong_form: '機器人讀不了這則訊息。請重新打開頁面再送一次。',
    too_large: '太長了。請只送要緊的部分。',
    too_many: '一下子送得有點多，過一會兒會自動再送。',
    busy: '現在人很多，過一會兒會自動再送。',
    unfinished: '機器人沒能收下這則，過一會兒會自動再送。',
    not_found: '這個頁面比機器人舊了。請重新打開。',
  },
  state: { met: '看到了', open: '還不清楚', not_met: '沒看到', authority: '由執法機關認定' },
  elements: '定義裡的要件',
  choices: '可以選的回答',
}

export const labels: Record<Language, Labels> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }

export const languageNames: Record<Language, string> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' }

/** The first of the browser's languages that the page has. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^en\b/i.test(tag)) return 'en'
    if (/^zh\b/i.test(tag)) return /hant|-(tw|hk|mo)\b/i.test(tag) ? 'zh-Hant' : 'zh-Hans'
  }
  return 'en'
}
