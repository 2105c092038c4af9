import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InboundEvent } from '../../../src/conversation/event.ts'
import { buildPages } from '../../../src/cli/build-pages.ts'
import { complaintsOf, openBrowser, scrollsSideways } from '../../support/browser.ts'
import { openPlayground } from './open-playground.ts'

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

describe('the playground page', { timeout: 60_000 }, () => {
  let browser: Browser
  let pages: string
  beforeAll(async () => {
    pages = await mkdtemp(join(tmpdir(), 'amiable-pages-'))
    await buildPages(pages)
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await rm(pages, { recursive: true })
  })

  /** Opens the page on a server of its own, plays, and fails on anything the console complains about. */
  async function play(
    {
      widget,
      ...options
    }: { viewport: typeof desk; locale?: string; colorScheme?: 'dark'; widget?: string },
    act: (page: Page, server: Awaited<ReturnType<typeof openPlayground>>) => Promise<void>,
  ) {
    await using server = await openPlayground({ pages, widget })
    const page = await browser.newPage({ locale: 'fr-FR', ...options })
    const complaints = complaintsOf(page)
    await page.goto(server.address)
    await act(page, server)
    await page.close()
    expect(complaints).toEqual([])
  }

  it('takes a text from the customer chosen and shows the reply with what was understood', () =>
    play({ viewport: desk }, async (page, { heard }) => {
      await page.getByRole('radio', { name: /Madame Garnier/ }).check()
      const sms = page.getByRole('region', { name: 'Par SMS' })
      await write(sms, 'jpeu pas tt payer la. 60 le 5')
      await sms.getByText('60 € le samedi 5 décembre').waitFor()
      await sms.getByText('Compris, et pourquoi').click()

      expect(heard).toMatchObject([{ from: '+33639980004', line: { channel: 'sms' } }])
      expect(await sms.locator('.why').innerText()).toMatch(
        /promettre un paiement[\s\S]*60\s€[\s\S]*samedi 5 décembre[\s\S]*difficultés d’argent/,
      )
      expect(await sms.getByText('"promise-to-pay"').isVisible()).toBe(false)
    }))

  it('lets the code arrive in the mailbox only when one was sent, and offers it as a reply', () =>
    play({ viewport: desk }, async (page) => {
      const mailbox = page.getByRole('region', { name: 'Le code reçu' })
      const sms = page.getByRole('region', { name: 'Par SMS' })
      expect(await mailbox.getByText('482911').isVisible()).toBe(false)
      await sms.getByRole('button', { name: 'Laisser Hélia écrire d’abord' }).click()
      await mailbox.getByText('482911').waitFor()
      await sms.getByRole('button', { name: '482911' }).click()
      await sms.getByText('Identité : Prouvée').waitFor()
      await sms.getByRole('button', { name: 'les taxes', exact: true }).waitFor()
    }))

  it('answers a call, words and keys alike, until it is hung up', () =>
    play({ viewport: desk }, async (page, { heard }) => {
      const call = page.getByRole('region', { name: 'Au téléphone' })
      await call.getByRole('button', { name: 'Appeler Hélia' }).click()
      await call.getByText('un programme, pas une personne').waitFor()
      await call.getByText('Clavier').click()
      for (const key of '482911') await call.getByRole('button', { name: key, exact: true }).click()
      await call.getByRole('button', { name: 'Valider les chiffres' }).click()
      await call.getByText('152,82 €').waitFor()
      await write(call, 'soixante euros, 60')
      await call.getByText('Est-ce que je l’enregistre').waitFor()
      await call.getByText('Compris, et pourquoi').last().click()
      await call.getByText('promettre un paiement').first().waitFor()
      await call.getByRole('button', { name: 'Raccrocher' }).click()
      await call.getByRole('button', { name: 'Rappeler' }).waitFor()

      expect(heard.map(({ kind }) => kind)).toEqual([
        'call_started',
        'dtmf',
        'message',
        'call_ended',
      ])
      expect(new Set(heard.map(({ line }) => line.theirs)).size).toBe(1)
    }))

  it('says what is behind the chat of the story, in the session of its widget', () =>
    play({ viewport: desk, widget: widgetThatKeeps('s1') }, async (page, { hub }) => {
      const site = page.getByRole('region', { name: 'Sur le site' })
      await site.getByText('Derrière ce tchat').click()
      await site.getByText('Écrivez dans le tchat').waitFor()
      await site.frameLocator('iframe').getByRole('button', { name: 'open' }).click()
      await hub.accept(chatEvent('s1', 'je mets 60 le 5'))
      await site.getByText('Compris, et pourquoi').click()
      await site.getByText('promettre un paiement').first().waitFor()

      await page.getByRole('radio', { name: /Madame Garnier/ }).check()
      await site.getByText('Derrière ce tchat').click()
      await site.getByText('Écrivez dans le tchat').waitFor()
      await page.getByRole('radio', { name: /Madame Diallo/ }).check()
      await site.getByText('Derrière ce tchat').click()
      await site.getByText('je mets 60 le 5', { exact: true }).waitFor()
    }))

  it('speaks the language of the browser, and changes it at once', () =>
    play({ viewport: desk, locale: 'en-GB' }, async (page) => {
      await page.getByRole('heading', { name: 'An overdue bill' }).waitFor()
      await page.getByRole('button', { name: 'Français' }).click()
      await page.getByRole('heading', { name: 'Une facture en retard' }).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    }))

  it('shows one line at a time on a phone, and never scrolls sideways', () =>
    play({ viewport: phone, colorScheme: 'dark' }, async (page) => {
      const sms = page.getByRole('region', { name: 'SMS' })
      await write(sms, 'Bonjour, pourquoi ma facture a augmenté ?')
      await sms.getByText('Compris, et pourquoi').click()
      await sms.getByText('Traces gardées').click()
      await sms.getByText('Données brutes').click()
      expect(await scrollsSideways(page)).toBe(false)
      for (const name of ['Site', 'Appel']) {
        await page.getByRole('radio', { name }).check()
        expect(await sms.isVisible()).toBe(false)
        expect(await scrollsSideways(page)).toBe(false)
      }
    }))

  it('is played with the keyboard alone', () =>
    play({ viewport: desk }, async (page) => {
      await page.getByRole('radio', { name: /Madame Diallo/ }).focus()
      await page.keyboard.press('ArrowDown')
      await page.getByText('Mr Daniel Reed').first().waitFor()
      const sms = page.getByRole('region', { name: 'Par SMS' })
      await sms.getByRole('textbox').focus()
      await page.keyboard.type('Bonjour')
      await page.keyboard.press('Enter')
      await sms.getByText('Compris, et pourquoi').focus()
      await page.keyboard.press('Enter')
      await sms.getByText('savoir pourquoi c’est plus cher').waitFor()
    }))
})

/** Keeps a session where the real widget does, once its button is pressed. */
const widgetThatKeeps = (session: string) => `
  const button = document.body.appendChild(document.createElement('button'))
  button.textContent = 'open'
  button.onclick = () => sessionStorage.setItem('amiable:helia:session', '{"session":"${session}"}')`

const chatEvent = (theirs: string, text: string): InboundEvent => ({
  source: 'chat',
  id: `${theirs}/1`,
  line: { creditor: 'helia', channel: 'chat', ours: 'helia', theirs },
  kind: 'message',
  text,
  confidence: null,
  language: null,
  from: null,
  at: '2026-11-21T10:00:00Z',
})

async function write(lane: Locator, text: string): Promise<void> {
  await lane.getByRole('textbox').fill(text)
  await lane.getByRole('textbox').press('Enter')
}
