import type { Wechaty } from 'wechaty'
import type { Library } from './puppet.ts'

/** Shows on the terminal how the bot's account gets and loses its login; names nobody. Does not throw. */
export function showLogin(library: Library, bot: Wechaty, write: (text: string) => void): void {
  const show = (lines: string) => write(`${lines}\n`)
  let shown = ''
  bot.on('scan', (code, status) => {
    const said = library.ScanStatus[status]
    if (said === 'Scanned') show('WeChat: scanned; now confirm the login on the phone')
    if (said === 'Scanned' || said === 'Confirmed' || said === 'Cancel' || code === '' || code === shown) return
    shown = code
    drawn(code).then(
      (picture) => show(`${picture}\nWeChat: scan this code with the phone of the bot's account to log in`),
      () => show('WeChat: the login code cannot be shown here'),
    )
  })
  bot.on('login', () => {
    shown = ''
    show('WeChat: logged in')
  })
  bot.on('logout', () => {
    shown = ''
    show('WeChat: logged out; a new code to scan follows where one is needed')
  })
}

async function drawn(code: string): Promise<string> {
  const { default: codes } = await import('qrcode')
  return codes.toString(code, { type: 'terminal', small: true })
}
