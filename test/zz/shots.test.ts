import { test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { chatRoutes } from '../../src/channels/chat/routes.ts'
import { systemClock } from '../../src/conversation/clock.ts'
import { openBrowser } from '../support/browser.ts'
import { makeFakeHub } from '../support/fake-hub.ts'
import { creditorOf, openDoor } from '../channels/open-door.ts'
test('shots', async () => {
  const hub = makeFakeHub(); const app = openDoor()
  await app.register(chatRoutes, { hub, clock: systemClock, secret: 's', publicUrl: null, origins: [], creditorOf, newId: randomUUID, widgetFile: join(import.meta.dirname, '../../dist/pages/widget.js') })
  app.get('/', async (_r, reply) => reply.type('text/html; charset=utf-8').send(`<!doctype html><html lang="fr"><meta name=viewport content="width=device-width"><body style="font-family:sans-serif;background:#faf7f1;padding:40px"><h1>Espace client</h1><p>Une page.</p><script src="/widget.js" data-creditor="helia" data-title="Hélia" defer></script>`))
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser()
  for (const [name, size] of [['wide', { width: 1000, height: 800 }], ['small', { width: 320, height: 620 }]] as const) {
    hub.events.length = 0
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2 })
    await page.goto(base)
    await page.getByRole('button', { name: /Écrivez/ }).waitFor()
    await page.screenshot({ path: `/tmp/${name}-0.png` })
    await page.getByRole('button', { name: /Écrivez/ }).click()
    while (!hub.events.length) await new Promise((r) => setTimeout(r, 20))
    const line = hub.events[0]!.line
    hub.say(line, 'Bonjour, ici l’assistant automatique d’Hélia (un programme, pas une personne). En quoi puis-je vous aider ?')
    const say = async (t: string) => { await page.getByRole('textbox').fill(t); await page.keyboard.press('Enter'); await page.waitForTimeout(250) }
    await say('je comprends pas ma facture, d’habitude c 120 là 150')
    hub.say(line, 'Vous avez raison, elle a augmenté de 32,72 €. Vous avez utilisé 96 kWh de plus : 18,10 €. La période compte 4 jours de plus : 9,12 €. Le reste, 5,50 €, ce sont des taxes.')
    hub.say(line, 'Lequel voulez-vous voir de plus près ?', { options: [{ key: 'a', label: 'la consommation' }, { key: 'b', label: 'les taxes' }, { key: 'c', label: 'une autre question' }] })
    await page.waitForTimeout(300)
    await page.screenshot({ path: `/tmp/${name}-1.png` })
    await say('je veux parler a qqun')
    await page.waitForTimeout(100)
    await page.screenshot({ path: `/tmp/${name}-2.png` })
    hub.say(line, 'Bonsoir, je m’appelle Nadia, je suis bien une personne.', { who: 'advisor' })
    await page.waitForTimeout(300)
    await app.websocketServer?.close?.()
    await page.screenshot({ path: `/tmp/${name}-3.png` })
    await page.close()
  }
  await browser.close(); await app.close()
}, 60000)
