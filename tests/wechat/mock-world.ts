import { FileBox, type FileBoxInterface } from 'file-box'
import { types } from 'wechaty'
import { PuppetMock } from 'wechaty-puppet-mock'

type MessagePayload = Awaited<ReturnType<PuppetMock['messageRawPayload']>>
type RoomPayload = Awaited<ReturnType<PuppetMock['roomRawPayload']>>
type ContactPayload = Awaited<ReturnType<PuppetMock['contactRawPayload']>>
type UrlLink = Awaited<ReturnType<PuppetMock['messageUrl']>>
type MiniProgram = Awaited<ReturnType<PuppetMock['messageMiniProgram']>>
type File = Awaited<ReturnType<PuppetMock['messageFile']>>
type Friendship = Awaited<ReturnType<PuppetMock['friendshipRawPayload']>>

export interface Sent {
  /** The person's or the room's id. */
  readonly to: string
  readonly text: string
  readonly picture?: Uint8Array
}

/** The mock puppet, where it differs from real ones made to behave as they do. */
export class WorldPuppet extends PuppetMock {
  readonly links = new Map<string, UrlLink>()
  readonly miniPrograms = new Map<string, MiniProgram>()
  /** Of pictures: their bytes, or none where WeChat does not give them. */
  readonly pictures = new Map<string, File | undefined>()
  readonly friendships = new Map<string, Friendship>()
  readonly accepted: string[] = []
  readonly sent: Sent[] = []
  readonly gone = new Set<string>()
  /** Called before each send; what it throws is what the puppet answers. */
  onSend: (to: string, text: string) => void = () => {}
  /** Thrown by the next starts, in order. */
  readonly failingStarts: Error[] = []
  starts = 0

  override async onStart(): Promise<void> {
    this.starts++
    const failure = this.failingStarts.shift()
    if (failure) throw failure
    await super.onStart()
  }
  override async messageUrl(id: string): Promise<UrlLink> {
    return known(this.links.get(id))
  }
  override async messageMiniProgram(id: string): Promise<MiniProgram> {
    return known(this.miniPrograms.get(id))
  }
  override async messageFile(id: string): Promise<File> {
    return known(this.pictures.get(id))
  }
  override async friendshipRawPayload(id: string): Promise<Friendship> {
    return known(this.friendships.get(id))
  }
  override async friendshipAccept(id: string): Promise<void> {
    this.accepted.push(id)
  }
  override async contactList(): Promise<string[]> {
    return (await super.contactList()).filter((id) => !this.gone.has(id))
  }
  override async roomList(): Promise<string[]> {
    return (await super.roomList()).filter((id) => !this.gone.has(id))
  }
  override async contactRawPayload(id: string): Promise<ContactPayload> {
    if (this.gone.has(id)) throw new Error('no such contact')
    return super.contactRawPayload(id)
  }
  override async roomRawPayload(id: string): Promise<RoomPayload> {
    if (this.gone.has(id)) throw new Error('no such room')
    return super.roomRawPayload(id)
  }
  /** What the bot says comes back to it as a message, as on real puppets. */
  override async messageSendText(to: string, text: string): Promise<void> {
    this.onSend(to, text)
    await super.messageSendText(to, text)
    this.sent.push({ to, text })
  }
  override async messageSendFile(to: string, file: FileBoxInterface): Promise<void> {
    this.onSend(to, file.name)
    this.sent.push({ to, text: '', picture: await file.toBuffer() })
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the puppet does not know this')
  return value
}

let messages = 0

export const botName = '小助手'
const botId = 'wxid_bot'

/** WeChat as the bot's puppet sees it: people, rooms and what they send. */
export class MockWorld {
  readonly puppet = new WorldPuppet()
  readonly #people = new Map<string, string>()

  constructor() {
    this.person(botName, { id: botId })
    this.room('others', ['someone'])
  }

  login(): void {
    this.puppet.mocker.login(this.puppet.mocker.ContactMock.load(botId))
  }

  /** The id of a person of this name, who exists from now on. */
  person(name: string, payload: Partial<ContactPayload> = {}): string {
    const known = this.#people.get(name)
    if (known !== undefined) return known
    const id = payload.id ?? `wxid_${name}`
    this.#people.set(name, id)
    this.puppet.mocker.createContact({ ...payload, id, name })
    return id
  }

  /** The id of a room; its first member owns it, and the bot is in it. */
  room(topic: string, members: readonly string[]): string {
    const id = `${topic}@chatroom`
    const memberIdList = [...members.map((name) => this.person(name)), botId]
    this.puppet.mocker.createRoom({ id, topic, memberIdList, ...(memberIdList[0] && { ownerId: memberIdList[0] }) })
    return id
  }

  joins(room: string, by: string): void {
    const { ContactMock, RoomMock } = this.puppet.mocker
    RoomMock.load(room)
      .add(ContactMock.load(botId))
      .by(ContactMock.load(this.person(by)))
  }

  leaves(room: string, by: string): void {
    const { ContactMock, RoomMock } = this.puppet.mocker
    RoomMock.load(room)
      .remove(ContactMock.load(botId))
      .by(ContactMock.load(this.person(by)))
  }

  /** A message of this person to the bot, or to a room; returns its id once the puppet has told of it. */
  says(name: string, text: string, { room, times = 1, ...more }: Saying = {}): string {
    const id = more.id ?? `message-${++messages}`
    const from = { talkerId: this.person(name), timestamp: Date.now(), type: types.Message.Text, text, ...more, id }
    const payload: MessagePayload = room === undefined ? { ...from, listenerId: botId } : { ...from, roomId: room }
    this.puppet.mocker.MessageMock.create(payload)
    for (let time = 0; time < times; time++) this.puppet.emit('message', { messageId: id })
    return id
  }

  sendsLink(name: string, link: UrlLink, saying: Saying = {}): string {
    const id = `link-${++messages}`
    this.puppet.links.set(id, link)
    return this.says(name, '', { ...saying, id, type: types.Message.Url })
  }

  /** A picture; its message has the text that puppets give it. Without bytes WeChat does not give them. */
  sendsPicture(name: string, bytes: Uint8Array | undefined, saying: Saying = {}): string {
    const id = `picture-${++messages}`
    this.puppet.pictures.set(id, bytes && FileBox.fromBuffer(Buffer.from(bytes), 'picture.jpg'))
    return this.says(name, '<msg><img aeskey="0"/></msg>', { ...saying, id, type: types.Message.Image })
  }

  sendsMiniProgram(name: string, program: MiniProgram): string {
    const id = `program-${++messages}`
    this.puppet.miniPrograms.set(id, program)
    return this.says(name, '', { id, type: types.Message.MiniProgram })
  }

  /** Asks the bot to be friends; returns the request's id. */
  asksToBeFriends(name: string, hello: string): string {
    const id = `friendship-${++messages}`
    const contactId = this.person(name)
    const type = types.Friendship.Receive
    this.puppet.friendships.set(id, { id, contactId, hello, type, ticket: 'ticket', timestamp: Date.now() })
    this.puppet.emit('friendship', { friendshipId: id })
    return id
  }

  saidTo(place: string): string[] {
    return this.sentTo(place).map(({ text }) => text)
  }

  sentTo(place: string): Sent[] {
    return this.puppet.sent.filter(({ to }) => to === place)
  }
}

export interface Saying {
  readonly id?: string
  readonly room?: string
  /** A number stands for a kind that wechaty has no name for. */
  readonly type?: number
  readonly mentionIdList?: string[]
  /** The puppet tells of the very same message so many times. */
  readonly times?: number
}

/** A forwarded chat history as WeChat sends it, of these words. */
export const historyXml = (words: readonly string[]): string =>
  `<?xml version="1.0"?>\n<msg><appmsg appid="" sdkver="0"><title>群聊的聊天记录</title><des>${escaped(
    words.map((one) => `王小明: ${one}`).join('\n'),
  )}</des><type>19</type><recorditem><![CDATA[<recordinfo><info></info><datalist count="${words.length}">${words
    .map(
      (one) =>
        `<dataitem datatype="1" dataid="a"><sourcename>王小明</sourcename><sourcetime>2026-1-2 11:47</sourcetime><datadesc>${escaped(one)}</datadesc></dataitem>`,
    )
    .join('')}</datalist></recordinfo>]]></recorditem></appmsg></msg>`

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A quote as WeChat shows it inside a text. */
export const quoting = (name: string, words: string, reply: string): string =>
  `「${name}：${words}」\n- - - - - - - - - - - - - - -\n${reply}`
