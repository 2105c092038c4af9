import { describe, expect, test } from 'vitest'
import { energyOf, kindOf } from '../../src/billing/line-kind.ts'

describe('the kind of a line is told from its words', () => {
  test.each([
    ['Abonnement 6 kVA, option heures creuses', 'month', 'standing_charge'],
    ['Consommation heures pleines', 'kWh', 'consumption'],
    ['Distribution', 'm³', 'consumption'],
    ['Frais de rejet de prélèvement', undefined, 'fee'],
    ['Remise exceptionnelle', undefined, 'allowance'],
    ['Régularisation de vos estimations', 'kWh', 'correction'],
    ['Option énergie verte', 'month', 'service'],
    ['Divers', undefined, 'other'],
  ])('%s', (label, unit, kind) => {
    expect(kindOf({ label, unit, side: 'line' })).toEqual({ kind })
  })

  test.each([
    ["Accise sur l'électricité", 'accise'],
    ['CSPE', 'accise'],
    ['CTA', 'cta'],
    ["Contribution tarifaire d'acheminement", 'cta'],
    ['Redevance pollution', 'tax'],
  ])('%s is a tax', (label, tax) => {
    expect(kindOf({ label, unit: 'kWh', side: 'line' })).toEqual({ kind: 'tax', tax })
  })

  test('a charge of the whole bill is a fee, an allowance an allowance', () => {
    expect(kindOf({ label: 'Dossier', unit: undefined, side: 'charge' }).kind).toBe('fee')
    expect(kindOf({ label: 'CTA', unit: undefined, side: 'charge' }).tax).toBe('cta')
    expect(kindOf({ label: 'Geste', unit: undefined, side: 'allowance' }).kind).toBe('allowance')
  })
})

test('the energy is told from labels and units together', () => {
  expect(energyOf([{ label: 'Abonnement 9 kVA' }])).toBe('electricity')
  expect(energyOf([{ label: 'Distribution', unit: 'm³' }])).toBe('water')
  expect(energyOf([{ label: 'Gaz naturel', unit: 'kWh' }])).toBe('gas')
  expect(energyOf([{ label: 'Forfait fibre' }])).toBe('telecom')
  expect(energyOf([{ label: 'Divers' }])).toBe('other')
})
