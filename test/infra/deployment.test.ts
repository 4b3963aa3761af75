import { expect, test } from 'vitest'
import { readDeployment } from '../../infra/aws/deployment'

const from = (context: Record<string, unknown>) => readDeployment((name) => context[name])

test('a domain alone is enough to know where mail comes from', () => {
  expect(from({ domain: 'viche.example' })).toMatchObject({
    domain: 'viche.example',
    mailDomain: 'viche.example',
    mailFrom: 'viche@viche.example',
    region: 'eu-central-1',
  })
})

test('an account that JSON gave as a number is read', () => {
  expect(from({ account: 123456789012 }).account).toBe('123456789012')
})

test('every wrong value is named', () => {
  expect(() =>
    from({ account: '12', certificateArn: 'arn:aws:acm:eu-central-1:111111111111:certificate/x' }),
  ).toThrow(/account: .*; certificateArn: /)
})
