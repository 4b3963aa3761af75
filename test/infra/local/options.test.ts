import { expect, test } from 'vitest'
import { readOptions, WrongOption } from '../../../infra/local/options'
import { routeOf } from '../../../infra/local/path-pattern'
import { localEnvironments, localSettings } from '../../../infra/local/settings'
import { topology } from '../../../infra/topology'

test('without options the data lies in .viche and the port is 3000', () => {
  expect(readOptions([], {}, '/viche')).toEqual({
    data: '/viche/.viche',
    fresh: false,
    rotateKeys: false,
    port: 3000,
    host: '127.0.0.1',
    smtpPort: 0,
  })
})

test('options come before the environment', () => {
  const options = readOptions(
    ['--fresh', '--rotate-keys', '--data', '/a'],
    { PORT: '0', SMTP_PORT: '2525', VICHE_DATA: '/b' },
    '/',
  )
  expect(options).toMatchObject({ data: '/a', fresh: true, rotateKeys: true, port: 0, smtpPort: 2525 })
})

test.each([
  [['--frsh'], {}, /frsh/],
  [[], { PORT: 'http' }, /PORT/],
  [[], { PORT: '65536' }, /PORT/],
  [[], { SMTP_PORT: '1.5' }, /SMTP_PORT/],
])('what cannot be done is named: %j %j', (args, variables, name) => {
  expect(() => readOptions(args, variables, '/')).toThrow(WrongOption)
  expect(() => readOptions(args, variables, '/')).toThrow(name)
})

test('local settings stand over the cloud’s, the environment over both', () => {
  expect(localSettings({})).toMatchObject({ POW_COST: '100', LINK_HOURS: topology.settings.LINK_HOURS })
  expect(localSettings({ POW_COST: '500', LINK_HOURS: '' })).toMatchObject({
    POW_COST: '500',
    LINK_HOURS: topology.settings.LINK_HOURS,
  })
})

test('every function finds its environment', () => {
  const environments = localEnvironments('http://localhost:3000', {})
  expect(Object.keys(environments).sort()).toEqual(Object.keys(topology.functions).sort())
  expect(environments.api).toMatchObject({
    PUBLIC_URL: 'http://localhost:3000',
    POW_COUNTER: 200,
    MINIMUM_SECONDS: 0,
  })
})

test('a wrong address of the site is named', () => {
  expect(() => localEnvironments('http://localhost:3000', { PUBLIC_URL: 'localhost' })).toThrow(/PUBLIC_URL/)
})

test.each([
  ['/api/v1/petitions', 'api'],
  ['/api/v1/petitions/x/count', 'objects'],
  ['/api/v1/petitions/x/counts', 'api'],
  ['/api/v1/signatures/x.y/receipt', 'receipts'],
  ['/api/v1/signatures/confirm', 'api'],
  ['/api/v1/staff/me', 'staff'],
  ['/api/v1/staff', 'api'],
  ['/petitions/x/share.png', 'documents'],
  ['/en/staff/petitions/x/dossier.pdf', 'documents'],
  ['/staff/petitions/x/dossier', 'staff'],
  ['/api/v1/petitions/search', 'search'],
  ['/api/v1/petitions/similar', 'search'],
  ['/petitions/search', 'search'],
  ['/en/petitions/search', 'search'],
  ['/confirm', 'pages'],
  ['/confirm/', undefined],
  ['/staff', 'staff'],
  ['/staffs', undefined],
  ['/petitions', undefined],
])('%s goes to %s', (path, to) => {
  expect(routeOf(path, topology.routes)?.to).toBe(to)
})

test('a pattern’s marks are taken by the letter, save * and ?', () => {
  const routes = [{ path: '/a.b/?/*.json', to: 'objects' }] as const
  expect(routeOf('/a.b/c/d/e.json', routes)?.to).toBe('objects')
  expect(routeOf('/aXb/c/d.json', routes)).toBeUndefined()
  expect(routeOf('/a.b/cc/d.json', routes)).toBeUndefined()
})
