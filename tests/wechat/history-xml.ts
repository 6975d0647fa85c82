import { joined, readAppMessage } from '../../adapters/wechat/app-message.ts'

export const appmsg = (inside: string) =>
  `<msg><appmsg appid="" sdkver="0">${inside}</appmsg><fromusername>wxid_1</fromusername></msg>`
export const record = (items: string) =>
  `<recordinfo><info>王小明: 略</info><datalist count="1">${items}</datalist></recordinfo>`
export const item = (type: string, inside: string) =>
  `<dataitem datatype="${type}"><sourcename>王小明</sourcename><sourcetime>2026-1-2</sourcetime>${inside}</dataitem>`
export const history = (recorditem: string) =>
  appmsg(`<title>群聊的聊天记录</title><des>王小明: 略</des><type>19</type><recorditem>${recorditem}</recorditem>`)
export const said = (xml: string) => {
  const app = readAppMessage(xml)
  return app?.said && joined(app.said)
}
