import { expect, it } from 'vitest'
import { isServiceAllowed } from '../../../src/platforms/teams/service-url.ts'

const teams = ['https://smba.trafficmanager.net/']
const here = ['http://127.0.0.1/', 'http://localhost/']

it.each([
  ['https://smba.trafficmanager.net/emea/', teams],
  ['https://smba.trafficmanager.net/', teams],
  ['http://127.0.0.1:56150/_connector', here],
  ['http://localhost:3978/', here],
])('calls %s', (url, allowed) => {
  expect(isServiceAllowed(url, allowed)).toBe(true)
})

it.each([
  ['http://smba.trafficmanager.net/emea/', teams],
  ['https://smba.trafficmanager.net.evil.example/', teams],
  ['https://evil.example/?https://smba.trafficmanager.net/', teams],
  ['https://smba.trafficmanager.net@evil.example/', teams],
  ['https://user:word@smba.trafficmanager.net/', teams],
  ['https://smba.trafficmanager.net:8443/', teams],
  ['https://smba.trafficmanager.net/', ['https://smba.trafficmanager.net/jp/']],
  ['http://169.254.169.254/', here],
  ['http://127.0.0.1.evil.example/', here],
  ['http://10.0.0.1/', here],
  ['http://127.0.0.1:80/', teams],
  ['not an address', teams],
  ['', teams],
])('does not call %s', (url, allowed) => {
  expect(isServiceAllowed(url, allowed)).toBe(false)
})
