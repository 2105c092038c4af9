import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPages } from '../../src/cli/build-pages.ts'
import { complaintsOf, openBrowser, scrollsSideways } from '../support/browser.ts'
import { conversation } from './doors.ts'
import { startSampleHub } from './started.ts'

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

let pages: string
let browser: Browser
let hub: Awaited<ReturnType<typeof startSampleHub>>
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'amiable-pages-'))
  await buildPages(pages)
  browser = await openBrowser()
  hub = await startSampleHub()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await hub.close()
  await rm(pages, { recursive: true })
})

/** Opens the hub's page at the hub's time, with the pages just built from source. */
async function arrive(viewport: typeof desk) {
  const page = await browser.newPage({ viewport, locale: 'fr-FR' })
  const complaints = complaintsOf(page)
  await page.clock.setFixedTime(hub.clock.now().epochMilliseconds)
  for (const built of ['playground/playground.js', 'playground/playground.css', 'widget.js'])
    await page.route(`**/${basename(built)}`, (route) =>
      route.fulfill({ path: join(pages, built) }),
    )
  await page.goto(hub.app.address)
  return { page, complaints }
}

/** Writes as on a keyboard, and gives the words of the answer. */
async function say(page: Page, box: Locator, answers: Locator, text: string): Promise<string> {
  const before = await answers.count()
  await box.focus()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await answers.nth(before).waitFor()
  hub.clock.forward({ seconds: 20 })
  return (await answers.nth(before).innerText()).replace(/[\u00a0\u202f]/g, ' ')
}

describe('a newcomer', { timeout: 120_000 }, () => {
  it('texts as Madame Diallo up to a plan, reads why, chats and calls', async () => {
    const { page, complaints } = await arrive(desk)
    await page.getByRole('radio', { name: /Madame Diallo/ }).check()
    await textToAPlan(page)
    await readWhy(page)
    await chat(page)
    await call(page)
    expect(await scrollsSideways(page)).toBe(false)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('finds all three lines on a telephone, and what was said still there', async () => {
    const { page, complaints } = await arrive(phone)
    await page.getByRole('radio', { name: /Madame Diallo/ }).check()
    await page.getByRole('region', { name: 'SMS' }).getByText("C'est transmis").waitFor()
    for (const name of ['SMS', 'Site', 'Appel']) {
      await page.getByRole('radio', { name, exact: true }).check()
      expect(await scrollsSideways(page), name).toBe(false)
    }
    expect(complaints).toEqual([])
    await page.close()
  })
})

async function textToAPlan(page: Page): Promise<void> {
  const sms = page.getByRole('region', { name: 'Par SMS' })
  const answers = sms.locator('.bubble.bot')
  const write = (text: string) => say(page, sms.getByRole('textbox'), answers, text)
  await write('Bonjour')
  const mailbox = page.getByRole('region', { name: 'Le code reçu' })
  const code = await mailbox.getByText(/^\d{6}$/).innerText()
  const replies = []
  for (const line of conversation) replies.push(await write(line.replace('{code}', code)))
  expect(replies[0]).toContain('152,82 €')
  expect(replies[4]).toContain('enregistré')
  await sms.getByText('Identité : Prouvée').waitFor()
  const { rows } = await hub.database.pool.query(
    "select kind, cents::int from commitment where account = 'HEL-7KQ2M9' order by kind",
  )
  expect(rows).toEqual([
    { kind: 'plan', cents: 9282 },
    { kind: 'promise', cents: 6000 },
  ])
}

async function readWhy(page: Page): Promise<void> {
  const sms = page.getByRole('region', { name: 'Par SMS' })
  const exchange = sms.locator('.exchange', { hasText: "C'est enregistré" })
  await exchange.getByText('Compris, et pourquoi').focus()
  await page.keyboard.press('Enter')
  const why = await exchange.locator('.why').innerText()
  for (const part of ['dire oui', '60 €', '92,82 €']) {
    expect(why.replace(/[\u00a0\u202f]/g, ' ')).toContain(part)
  }
  // Written for whoever reads: no data, no names of steps.
  expect(why).not.toMatch(/[{}_]|read whole|allow |record /)
}

async function chat(page: Page): Promise<void> {
  const site = page.getByRole('region', { name: 'Sur le site' })
  const frame = site.frameLocator('iframe')
  await frame.getByRole('button', { name: /^Écrivez-nous/ }).press('Enter')
  const answers = frame.getByRole('log').locator('.bot')
  await answers.first().waitFor()
  const answer = await say(
    page,
    frame.getByRole('textbox', { name: 'Votre message' }),
    answers,
    'Bonjour, je vous écris pour ma facture',
  )
  expect(answer).toContain('référence')
  await site.getByText('Derrière ce tchat').click()
  await site.getByText('Compris, et pourquoi').first().waitFor()
}

async function call(page: Page): Promise<void> {
  const lane = page.getByRole('region', { name: 'Au téléphone' })
  await lane.getByRole('button', { name: 'Appeler Hélia' }).press('Enter')
  await lane.getByText('un programme, pas une personne').waitFor()
  const answer = await say(
    page,
    lane.getByRole('textbox'),
    lane.locator('.spoken'),
    'je voudrais parler à quelqu’un',
  )
  expect(answer).toMatch(/une personne/i)
  await lane.getByRole('button', { name: /Raccrocher|Rappeler/ }).waitFor()
}
