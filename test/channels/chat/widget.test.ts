import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chatRoutes } from '../../../src/channels/chat/routes.ts'
import { systemClock } from '../../../src/conversation/clock.ts'
import { complaintsOf, openBrowser, scrollsSideways } from '../../support/browser.ts'
import { makeFakeHub } from '../../support/fake-hub.ts'
import { creditorOf, openDoor } from '../open-door.ts'

let browser: Browser
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'widget-'))
  const configFile = join(import.meta.dirname, '../../../src/channels/chat/web/vite.config.ts')
  const out = { outDir: folder, emptyOutDir: false }
  await build({ configFile, configLoader: 'native', logLevel: 'warn', build: out })
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

const choices = [
  { key: 'card', label: 'carte bancaire' },
  { key: 'transfer', label: 'virement' },
]

/** A site with the widget, and a hub behind it that a test lets speak. */
async function openSite(size = { width: 1000, height: 800 }, attributes = '') {
  const hub = makeFakeHub()
  const app = openDoor()
  const sockets = new Set<Socket>()
  app.server.on('connection', (socket) => void sockets.add(socket))
  let away = false
  app.addHook('onRequest', async () => {
    if (away) throw new Error('the hub is away')
  })
  const goAway = () => {
    away = true
    sockets.forEach((socket) => socket.destroy())
  }
  const comeBack = () => (away = false)
  await app.register(chatRoutes, {
    hub,
    clock: systemClock,
    secret: 'chat-secret',
    publicUrl: null,
    origins: [],
    creditorOf,
    newId: randomUUID,
    widgetFile: join(folder, 'widget.js'),
  })
  app.get('/', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(`<!doctype html><html lang="fr"><title>Site</title>
      <link rel="icon" href="data:,"><p>Une page.</p>
      <script src="/widget.js" data-creditor="helia" ${attributes} defer></script></html>`),
  )
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' })
  const complaints = complaintsOf(page)
  await page.goto(base)
  const launcher = page.getByRole('button', { name: /^Écrivez-nous/ })
  const input = page.getByRole('textbox', { name: 'Votre message' })
  const log = page.getByRole('log')
  /** The line of the page, once it is open. */
  const line = async () => {
    await expect.poll(() => hub.events.length).toBeGreaterThan(0)
    return hub.events[0]!.line
  }
  const close = async () => {
    await page.close()
    await app.close()
  }
  const site = { hub, page, launcher, input, log, line, complaints, goAway, comeBack }
  return { ...site, [Symbol.asyncDispose]: close }
}

test('the widget is small', async () => {
  const script = await readFile(join(folder, 'widget.js'))
  expect(gzipSync(script).length).toBeLessThan(40_000)
})

test('nothing is asked of the hub before somebody opens the chat', async () => {
  await using site = await openSite()
  await site.launcher.waitFor()
  expect(await site.launcher.getAttribute('aria-expanded')).toBe('false')
  expect(site.hub.events).toEqual([])
})

test('opening goes to the input, Escape closes and goes back to the button', async () => {
  await using site = await openSite()
  await site.launcher.click()
  await expect.poll(() => site.input.evaluate(isFocused)).toBe(true)
  expect(await site.launcher.getAttribute('aria-expanded')).toBe('true')
  const controlled = await site.launcher.getAttribute('aria-controls')
  expect(await site.page.locator(`#${controlled}`).count()).toBe(1)
  await site.page.keyboard.press('Escape')
  expect(await site.launcher.evaluate(isFocused)).toBe(true)
  expect(await site.page.getByRole('dialog').count()).toBe(0)
})

test('a talk: greeted, written with the keyboard, acknowledged, answered, chosen with a button', async () => {
  await using site = await openSite()
  await site.launcher.click()
  const line = await site.line()
  site.hub.say(line, 'Bonjour, ici l’assistant automatique d’Hélia.')
  await site.log.getByText('Bonjour, ici').waitFor()
  await site.page.keyboard.type('je comprends pas ma facture')
  await site.page.keyboard.press('Enter')
  await site.log.getByText('je comprends pas ma facture').waitFor()
  await site.log.getByText('Reçu').waitFor()
  expect(site.hub.events.at(-1)).toMatchObject({
    kind: 'message',
    text: 'je comprends pas ma facture',
  })
  site.hub.say(line, 'Par quel moyen ?', { options: choices })
  await site.page.getByRole('button', { name: 'virement' }).click()
  await expect.poll(() => site.hub.events.at(-1)?.text).toBe('virement')
  await expect.poll(() => site.page.getByRole('button', { name: 'virement' }).count()).toBe(0)
  await expect.poll(() => site.log.getByText('virement').count()).toBe(1)
  expect(await site.input.evaluate(isFocused)).toBe(true)
  expect(site.complaints).toEqual([])
})

test('a message that comes in never takes the focus, and is announced politely', async () => {
  await using site = await openSite()
  await site.launcher.click()
  const line = await site.line()
  const person = site.page.getByRole('button', { name: 'Parler à une personne' })
  await person.focus()
  site.hub.say(line, 'Prenez votre temps.', { options: choices })
  await site.log.getByText('Prenez votre temps.').waitFor()
  expect(await person.evaluate(isFocused)).toBe(true)
  expect(await site.log.getAttribute('aria-live')).toBe('polite')
})

test('a person can be asked for at any moment, with one button', async () => {
  await using site = await openSite()
  await site.launcher.click()
  await site.line()
  await site.page.getByRole('button', { name: 'Parler à une personne' }).click()
  await expect.poll(() => site.hub.events.at(-1)?.text).toBe('Je voudrais parler à une personne')
})

test('after a reload the talk is still there, and words said meanwhile are counted', async () => {
  await using site = await openSite()
  await site.launcher.click()
  const line = await site.line()
  site.hub.say(line, 'Première réponse.')
  await site.log.getByText('Première réponse.').waitFor()
  await site.page.reload()
  await site.page.getByText('1 nouveau message').waitFor({ state: 'attached' })
  await site.launcher.click()
  await site.log.getByText('Première réponse.').waitFor()
  expect(site.hub.events).toHaveLength(1)
})

test('what is written while the hub is away says so, waits and arrives once', async () => {
  await using site = await openSite()
  await site.launcher.click()
  const line = await site.line()
  site.hub.say(line, 'Bonjour.')
  await site.log.getByText('Bonjour.').waitFor()
  site.goAway()
  await site.page.getByText('Pas de connexion.').waitFor()
  await site.input.fill('dans un tunnel')
  await site.page.keyboard.press('Enter')
  await site.log.getByText('En attente').waitFor()
  site.comeBack()
  await site.log.getByText('Reçu').waitFor()
  expect(site.hub.events.filter(({ text }) => text === 'dans un tunnel')).toHaveLength(1)
  expect(await site.log.getByText('dans un tunnel').count()).toBe(1)
})

test('clearing the device asks once more, then nothing is left in the tab', async () => {
  await using site = await openSite()
  await site.launcher.click()
  const line = await site.line()
  site.hub.say(line, 'Votre facture.')
  await site.log.getByText('Votre facture.').waitFor()
  await site.page.getByRole('button', { name: 'Effacer de cet appareil' }).click()
  await site.page.getByRole('button', { name: 'Effacer ? Touchez encore' }).click()
  expect(await site.page.evaluate('Object.keys(sessionStorage)')).toEqual([])
  await site.launcher.click()
  await expect.poll(() => site.hub.events.length).toBe(2)
  expect(site.hub.events[1]?.line.theirs).not.toBe(line.theirs)
  expect(await site.log.getByText('Votre facture.').count()).toBe(0)
})

test('speaks English where the site does', async () => {
  await using site = await openSite(undefined, 'data-language="en-GB" data-title="Helia" data-open')
  await site.page.getByRole('dialog', { name: 'Helia' }).waitFor()
  await site.line()
  expect(site.hub.events[0]).toMatchObject({ kind: 'opened', language: 'en' })
})

test('fits a small telephone without scrolling sideways, with targets large enough', async () => {
  await using site = await openSite({ width: 320, height: 568 })
  await site.launcher.click()
  const line = await site.line()
  site.hub.say(line, `https://example.fr/${'a'.repeat(200)}`, { options: choices })
  await site.log.getByText('https://example.fr').waitFor()
  expect(await scrollsSideways(site.page)).toBe(false)
  for (const button of await site.page.getByRole('button').all()) {
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
  }
  await site.page.keyboard.press('Escape')
  expect(await site.launcher.evaluate(isFocused)).toBe(true)
})

const isFocused = (element: { getRootNode(): unknown }) =>
  (element.getRootNode() as { activeElement: unknown }).activeElement === element
