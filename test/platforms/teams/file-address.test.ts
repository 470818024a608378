import { describe, expect, it } from 'vitest'
import { isFileAddress } from '../../../src/platforms/teams/file-address.ts'

const teams = ['https://smba.trafficmanager.net/']

describe('an address of a file', () => {
  it.each([
    'https://contoso-my.sharepoint.com/personal/a/_layouts/15/download.aspx?UniqueId=1&tempauth=x',
    'https://contoso.sharepoint.com/a.xlsx',
  ])('is Teams’ store: %s', (address) => {
    expect(isFileAddress(address, teams)).toBe(true)
  })

  it.each([
    'http://contoso.sharepoint.com/a.xlsx',
    'https://contoso.sharepoint.com.example.jp/a.xlsx',
    'https://sharepoint.com.evil.jp/',
    'https://evilsharepoint.com/a.xlsx',
    'https://user:word@contoso.sharepoint.com/a.xlsx',
    'https://contoso.sharepoint.com:8443/a.xlsx',
    'https://evil.jp/?.sharepoint.com',
    'https://evil.jp#.sharepoint.com',
    'https://smba.trafficmanager.net/a.xlsx',
    'http://127.0.0.1:3000/a.xlsx',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'ftp://contoso.sharepoint.com/a.xlsx',
    '',
  ])('is none: %s', (address) => {
    expect(isFileAddress(address, teams)).toBe(false)
  })

  it('is this machine where the service is there, at its very port', () => {
    const local = ['http://127.0.0.1:4000/teams/']

    expect(isFileAddress('http://127.0.0.1:4000/files/1', local)).toBe(true)
    expect(isFileAddress('http://127.0.0.1:4001/files/1', local)).toBe(false)
    expect(isFileAddress('http://localhost:4000/files/1', local)).toBe(false)
  })
})
