import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mask } from '../../src/reading/mask.ts'

/** Text → what must be gone from it. */
const gone: Readonly<Record<string, string>> = {
  加我13812345678: '13812345678',
  '手机 138-1234-5678': '138-1234-5678',
  '电话+86 138 1234 5678': '138 1234 5678',
  全角１３８１２３４５６７８: '１３８１２３４５６７８',
  '8613812345678找我': '8613812345678',
  身份证11010519491231002X: '11010519491231002X',
  '身份证 110105 19491231 0021': '110105 19491231 0021',
  '香港身份證 A123456(7)': 'A123456(7)',
  '身分證 A123456789': 'A123456789',
  '卡号 6222 0212 3456 7890 123': '6222 0212 3456 7890 123',
  打到6222021234567890: '6222021234567890',
  '帐号 622202123456': '622202123456',
  '邮箱 a.b+c@mail.example.com': 'a.b+c@mail.example.com',
  '電話 0912-345-678': '0912-345-678',
  '致電 9123 4567': '9123 4567',
  '+852 9123 4567': '9123 4567',
  '852 9123 4567 whatsapp': '9123 4567',
  '+1 (415) 555-2671': '415) 555-2671',
  'call 415-555-2671': '415-555-2671',
  '+44 20 7946 0958': '20 7946 0958',
  '座机 010-12345678': '010-12345678',
  '微信:abc888': 'abc888',
  '微信号 wxid_77ab': 'wxid_77ab',
  '+V lucky2020': 'lucky2020',
  '➕薇❤xin: abc888': 'abc888',
  '加vx:mama_shop': 'mama_shop',
  'qq 12345678': '12345678',
  'QQ群:98765432': '98765432',
  't.me/joinme99': 'joinme99',
  'telegram @good_trader': 'good_trader',
  'tg: best_trader': 'best_trader',
  'line id: mama_2020': 'mama_2020',
  'WhatsApp: +60 12-345 6789': '12-345 6789',
}

test.each(Object.entries(gone))('%s', (text, secret) => {
  const masked = mask(text)
  expect(masked).toHaveLength(text.length)
  expect(masked).not.toContain(secret)
  expect(masked.slice(text.indexOf(secret), text.indexOf(secret) + secret.length)).toMatch(/^\*+$/)
})

test.each([
  '入会费2680元,拉人600,月入10000-20000',
  'NT$12,000 / HK$5,800 / $4,997',
  '2024年3月15日 18:30',
  '2024-11-12 18:30:00',
  '年终奖1000000000000元',
  '$1,234,567,890,123',
  '3980-5980元',
  '5000 8000元任选',
  '18个月 3期 12000',
  '加入wechat group一起玩',
  'the line is long today',
  '第13812章',
  '面积 138.12 平米',
  '9.8折 1314520元红包',
  '推2人回本,10w起步',
  '12315 110 96110 18222',
])('%s stays', (text) => expect(mask(text)).toBe(text))

test('the length never changes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9+ ()@.微信:a-z-]{0,60}$/)), (text) => {
      expect(mask(text)).toHaveLength(text.length)
    }),
  )
})
