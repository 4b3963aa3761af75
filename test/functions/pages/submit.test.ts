import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { summary } from '../../web/fixtures'
import { draft } from '../../web/submit-pages'
import { startWorld, type World } from '../api/world'

// Natalka writes a petition without scripts: every press brings a whole page, and nothing is stored.

let world: World
let app: ReturnType<World['pages']>
beforeAll(async () => {
  world = await startWorld()
  app = world.pages()
})
afterAll(() => world.dynamo.stop())

const address = '/communities/kalynivka/submit/kalynivka-rada'

async function press(fields: Record<string, string>, path = address) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const response = await app.request(path, { method: 'POST', body })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

const headingOf = (html: string) => /<h1>(.*?)<\/h1>/.exec(html)?.[1]
const filledIn = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1]

const long = { ...draft, text: `${draft.text}\n\n${'Просимо зробити це до вересня. '.repeat(6)}` }

describe('step by step', () => {
  test('each step goes on to the next and carries what was typed', async () => {
    const first = await app.request(address)
    expect(headingOf(await first.text())).toBe('Що треба зробити?')
    const text = await press({ title: long.title!, topic: 'transport', step: 'idea', go: 'next' })
    expect([text.status, headingOf(text.html)]).toEqual([200, 'Поясніть, навіщо це'])
    expect(filledIn(text.html, 'title')).toBe(draft.title)
    expect(filledIn(text.html, 'topic')).toBe('transport')
    expect(text.html).toContain('Крок 2 з 5')
    const author = await press({ title: long.title!, text: long.text, step: 'text', go: 'next' })
    expect(headingOf(author.html)).toBe('Хто подає петицію')
    expect(author.html).toContain('Схожих петицій у громаді ми не знайшли')
    const preview = await press({ ...long, step: 'author', go: 'next' })
    expect(headingOf(preview.html)).toBe('Перевірте й надішліть')
    expect(preview.html).toContain('oksana@ukr.net')
    expect(preview.html).toContain('1\u00a0травня 2026 року')
    expect(await world.rows('DRAFT#')).toHaveLength(0)
    expect(world.mailQueue.messages).toHaveLength(0)
  })

  test('a petition like it is shown first, with a way to sign it instead', async () => {
    world.search.similar = [summary]
    const similar = await press({ ...long, step: 'text', go: 'next' })
    expect(headingOf(similar.html)).toBe('Схожі петиції')
    expect(similar.html).toContain(`href="/petitions/${summary.id}/sign"`)
    world.search.similar = undefined
    const unknown = await press({ ...long, step: 'text', go: 'next' })
    expect(unknown.html).toContain('не вдалося пошукати схожі петиції')
    world.search.similar = []
    const author = await press({ ...long, step: 'similar', go: 'next' })
    expect(headingOf(author.html)).toBe('Хто подає петицію')
  })

  test('what is wrong is said beside the field and on top, in a page that keeps the rest', async () => {
    const { status, html } = await press({ ...draft, title: ' ', step: 'idea', go: 'next' })
    expect(status).toBe(400)
    expect(html).toContain('<a href="#title">Напишіть назву петиції.</a>')
    expect(html).toContain('<title>Помилка: ')
    expect(filledIn(html, 'author.email')).toBe('oksana@ukr.net')
    const author = await press({ title: long.title!, text: long.text, step: 'author', go: 'next' })
    for (const part of ['surname', 'givenName', 'email']) expect(author.html).toContain(`#author-${part}"`)
    expect(author.html).toContain('href="#noticeRead"')
    const english = await press({ step: 'idea', go: 'next' }, `/en${address}`)
    expect(english.html).toContain('Write the title of the petition.')
  })

  test('advice holds up once and is never an error', async () => {
    const shouting = { title: 'ОБЛАШТУВАТИ ПЕРЕХІД БІЛЯ ШКОЛИ', step: 'idea', go: 'next' }
    const held = await press(shouting)
    expect([held.status, headingOf(held.html)]).toEqual([200, 'Що треба зробити?'])
    expect(held.html).toContain('Назву написано великими літерами')
    const on = await press({ ...shouting, seen: filledIn(held.html, 'seen')! })
    expect(headingOf(on.html)).toBe('Поясніть, навіщо це')
  })

  test('a change from the preview leads back to it', async () => {
    const change = await press({ ...long, step: 'preview', back: 'preview', go: 'idea' })
    expect(headingOf(change.html)).toBe('Що треба зробити?')
    expect(change.html).toContain('Зберегти й повернутися до перегляду')
    const back = await press({
      ...long,
      title: 'Облаштувати міст',
      step: 'idea',
      back: 'preview',
      go: 'next',
    })
    expect(headingOf(back.html)).toBe('Перевірте й надішліть')
    expect(back.html).toContain('Облаштувати міст')
  })
})

describe('what goes wrong loses nothing', () => {
  test('sending without a script, a step out of order, a button nobody made', async () => {
    const unsent = await press({ ...long, step: 'preview', go: 'send' })
    expect(unsent.html).toContain('Петицію ще не надіслано')
    expect(filledIn(unsent.html, 'author.surname')).toBe('Шевченко')
    const early = await press({ text: long.text, step: 'author', go: 'preview' })
    expect(headingOf(early.html)).toBe('Що треба зробити?')
    expect(early.html).toContain('Щоранку двісті дітей')
    const strange = await press({ ...long, step: 'nowhere', go: 'DROP TABLE' })
    expect(headingOf(strange.html)).toBe('Поясніть, навіщо це')
  })

  test('a text that is too long comes back whole, one beyond all measure is refused in words', async () => {
    const text = 'Просимо. '.repeat(3000)
    const { status, html } = await press({ ...draft, text, step: 'text', go: 'next' })
    expect(status).toBe(400)
    expect(html).toContain('скоротіть його до 20\u00a0000 символів')
    expect(html).toContain(text.slice(-200))
    const huge = await press({ ...draft, text: 'я'.repeat(400_000), step: 'text', go: 'next' })
    expect(huge.status).toBe(413)
    expect(huge.html).toContain('<h1>')
  })

  test('characters that nobody sees are taken out, letters from right to left and emoji stay', async () => {
    const { html } = await press({ title: '\u202eОблаштувати\u200b пе\u0000рехід', step: 'idea', go: 'next' })
    expect(filledIn(html, 'title')).toBe('Облаштувати перехід')
    const family = await press({ ...long, title: 'Облаштувати 👨‍👩‍👧‍👦 שלום', step: 'author', go: 'next' })
    expect(family.html).toContain('👨‍👩‍👧‍👦 שלום')
  })

  test('forms of the wrong kind and places that are not there', async () => {
    const json = await app.request(address, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(json.status).toBe(415)
    const broken = await app.request(address, {
      method: 'POST',
      body: '--x\r\nnonsense',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect(broken.status).toBe(400)
    expect((await app.request('/communities/nowhere/submit/nobody')).status).toBe(404)
    expect((await app.request('/communities/kalynivka/submit/nobody')).status).toBe(404)
  })

  test('the browser may go back to a page, nobody else may keep it', async () => {
    const { headers } = await press({ ...long, step: 'author', go: 'next' })
    expect(headers.get('cache-control')).toBe('private, no-cache')
  })
})

test('the draft as a file goes on from any device and says nothing of the author', async () => {
  const { html, headers } = await press({ ...long, step: 'author', go: 'file' })
  expect(headers.get('content-disposition')).toContain('attachment')
  expect(html).toContain('action="https://petitions.example/communities/kalynivka/submit/kalynivka-rada"')
  expect(html).not.toMatch(/Шевченко|oksana/)
  expect(filledIn(html, 'text')).toContain('Щоранку')
})
