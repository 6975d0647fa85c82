import { describe, expect, test } from 'vitest'
import { labels } from '../../adapters/web/page/labels.ts'
import { wording } from '../contracts/labels.ts'
import { answered, button, field, type Visit, write } from './visiting.ts'

export function textTests(visit: Visit): void {
  describe('text', () => {
    test.each([
      ['HTML', '<img src=x onerror="document.title=1"><script>document.title=2</script>入会费2680元，拉一个人奖600'],
      ['writing turned round', '\u202e入会费2680元\u2066，拉一个人奖600'],
      ['100 KB', `入会费2680元，拉一个人奖600${'。这是一段很长的话'.repeat(5_500)}`],
    ])('that is hostile is shown as it is, and nothing else happens: %s', async (_, text) => {
      const page = await visit()
      await write(page, text)
      await button(page, '是').waitFor()
      expect(await page.locator('.bubble.own .text').textContent()).toBe(text)
      expect(await page.locator('.bubble img, .bubble script').count()).toBe(0)
      expect(await page.title()).toBe(labels['zh-Hans'].title)
    })

    test('pasted at length is sent as somebody else’s words, which can be taken off', async () => {
      const page = await visit()
      const paste = (text: string) =>
        page.evaluate(`{
        const data = new DataTransfer()
        data.setData('text/plain', ${JSON.stringify(text)})
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
        document.querySelector('textarea').dispatchEvent(event)
      }`)
      const chip = page.getByRole('button', { name: labels['zh-Hans'].forwarded })
      await paste('很短')
      await field(page).fill('很短')
      expect(await chip.getAttribute('aria-pressed')).toBe('false')
      await paste('第一行\n第二行')
      await field(page).fill('第一行\n第二行')
      expect(await chip.getAttribute('aria-pressed')).toBe('true')
      await chip.click()
      expect(await chip.getAttribute('aria-pressed')).toBe('false')
      await chip.click()
      await field(page).press('Enter')
      await page.locator('.bubble.own .tag').getByText(labels['zh-Hans'].forwarded).waitFor()
    })

    test('a file dropped that no reader of pictures takes gets a plain answer', async () => {
      const page = await visit()
      await page.evaluate(`{
      const data = new DataTransfer()
      data.items.add(new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'poster.svg', { type: 'image/svg+xml' }))
      const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
      document.querySelector('.composer').dispatchEvent(event)
    }`)
      await button(page, '发送').click()
      await page.getByText('poster.svg').waitFor()
      await answered(page, wording('picture-unable').slice(0, 8))
    })
  })
}
