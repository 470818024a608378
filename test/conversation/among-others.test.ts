import { describe, expect, it } from 'vitest'
import { boardNotices } from '../../src/conversation/board.ts'
import { contextKey } from '../../src/conversation/context.ts'
import { newsMessage } from '../../src/conversation/outcome-reply.ts'
import { turnReplyMessage } from '../../src/conversation/turn-reply.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import { openFrontOffice, opinionForm } from '../support/front-office.ts'
import { committee } from '../support/office.ts'
import { answerRound, releaseOf } from '../support/shared-round.ts'

const thread = { overheard: true, conversation: 'thread/sato', answerAt: 'slack:thread' } as const
const say = (text: string) => ({ kind: 'say', text }) as const

describe('where others read along', () => {
  it('answers from what is public', async () => {
    await using office = await openFrontOffice()

    const { text, next } = await office.take('sato', say('No.34はなぜ×ですか'), thread)

    expect(text).toContain('未実施と評価したもの')
    expect(next).toBeNull()
  })

  it.each(['意見', '状況', 'R8-001', '続き', 'opinion'])(
    'says nothing of what is between the member and the secretariat: %s',
    async (word) => {
      await using office = await openFrontOffice()
      await office.fill('sato', opinionForm('名前を伏せたい意見です。'))

      const { told, next, text } = await office.take('sato', say(word), thread)

      expect(told).toEqual([{ kind: 'goes-direct' }])
      expect(text).not.toContain('名前を伏せたい')
      expect(next).toMatchObject({ conversation: 'slack:dm-sato', answerAt: 'slack:dm-sato', did: { text: word } })
      expect(next).not.toHaveProperty('overheard')
    },
  )

  it('begins no draft in the channel: it is written in the direct message', async () => {
    await using office = await openFrontOffice()

    const { next } = await office.take('sato', say('意見'), thread)
    const before = await office.records.find('drafts', 'slack:sato')
    await office.desk.take(next ?? expect.unreachable())

    expect(before).toBeUndefined()
    expect((await office.records.find('drafts', 'slack:sato'))?.value.conversation).toBe('slack:dm-sato')
  })

  it('takes the question of the thread along to the secretariat', async () => {
    await using office = await openFrontOffice()
    await office.take('sato', say('No.21の評価は？'), thread)

    const { next } = await office.take('sato', { kind: 'action', name: 'ask-secretariat' }, thread)
    await office.desk.take(next ?? expect.unreachable())

    expect((await office.records.find('drafts', 'slack:sato'))?.value).toMatchObject({
      ...{ text: 'No.21の評価は？', call: 'standing', subject: { kind: 'project', number: 21 } },
    })
  })

  it('goes on alone also where the process ends between the two', async () => {
    await using office = await openFrontOffice()
    await office.take('sato', say('意見'), thread)

    await office.desk.recover()

    expect(await office.records.find('drafts', 'slack:sato')).toBeDefined()
    expect((await office.records.list('outbox')).map(({ value: { place } }) => place)).toContain('slack:dm-sato')
  })

  it('quotes nothing that is not published, and gives a member the fuller answer alone', async () => {
    await using office = await openFrontOffice()
    const bus = '路線バスの維持に向けて、圏域市町村との情報共有を進めてまいりたい。'
    await answerRound(office, [
      { receipt: 'R8-001', text: '路線バスの減便への対応を考えてほしい。', answers: { 1: bus } },
    ])
    await office.put(office.records.put('releases', '2026-1', releaseOf(['R8-001'])))
    const question = say('路線バスの減便への考え方は')

    const inChannel = await office.take('sato', question, thread)
    const alone = await office.desk.take(inChannel.next ?? expect.unreachable())
    const guest = await office.take('guest', question, { ...thread, conversation: 'thread/guest' })

    expect(inChannel.text).not.toContain('路線バスの維持')
    expect(JSON.stringify(alone.told)).toContain('路線バスの維持')
    expect(guest.next).toBeNull()
  })

  it('is silent where nobody has asked it and the record does not know', async () => {
    await using office = await openFrontOffice()
    await office.take('sato', say('No.34の評価は'), thread)
    const unasked = { ...thread, unasked: true } as const

    const chat = await office.take('sato', say('そうですね、ありがとうございます'), unasked)
    const follow = await office.take('sato', say('その理由は？'), unasked)

    expect(chat.told).toEqual([])
    expect(follow.text).toContain('未実施と評価したもの')
  })
})

describe('what a turn comes to is posted', () => {
  it('is kept whole until then, and forgotten after', async () => {
    await using office = await openFrontOffice()

    const { places } = await office.take('sato', say('No.34はなぜ×ですか'), { answerAt: 'slack:dm-sato', id: 'q' })

    const key = { committee, collection: 'turns', id: 'q' }
    const notices = await office.records.list('outbox')
    expect(places).toEqual(['slack:dm-sato'])
    expect(notices.map(({ key: { id }, value: { place, news } }) => [id, place, news])).toEqual([
      ['reply/q', 'slack:dm-sato', { kind: 'turn-reply', turn: 'q' }],
    ])
    expect((await office.store.find(key))?.value).toMatchObject({ turn: null, told: [] })
    const kept = notices[0]?.value.reply
    expect(kept).toMatchObject({ told: [{ kind: 'asked' }] })
    const message = await turnReplyMessage(kept ?? expect.unreachable(), office.base, 0)
    expect(messageText(message ?? expect.unreachable())).toContain('未実施と評価したもの')
  })

  it('says in the direct message at once what a dialog has shown, once', async () => {
    await using office = await openFrontOffice()
    const form = { kind: 'form', form: opinionForm('農産物を学校給食に。') } as const

    const first = await office.take('sato', form, { id: 'view', passing: true })
    await office.take('sato', form, { id: 'view', passing: true })
    await office.desk.shown(first)

    const at = office.folder.clock.now()
    expect(await office.records.list('submissions')).toHaveLength(1)
    expect((await office.records.list('outbox')).map(({ value: { news, from } }) => [news, from])).toEqual([
      [{ kind: 'receipt', receipt: 'R8-001' }, at],
    ])
  })

  it('takes a turn in before it is settled, and once', async () => {
    await using office = await openFrontOffice()
    const turn = {
      ...{ id: 'q', committee, person: 'slack:sato', conversation: 'slack:dm-sato', place: 'slack:dm-sato' },
      ...{ answerAt: 'slack:dm-sato', did: say('No.34はなぜ×ですか') },
    }

    const taken = [await office.desk.receive(turn), await office.desk.receive(turn)]
    const remembered = await office.store.find(contextKey(committee, 'slack:dm-sato'))
    await office.desk.recover()

    expect(taken).toEqual([true, false])
    expect(remembered).toBeUndefined()
    expect(await office.records.list('outbox')).toHaveLength(1)
  })
})

describe('the board', () => {
  const boards = ['slack:office']

  it('has one message a submission, kept current, with what was done under it', async () => {
    await using office = await openFrontOffice({ boards })

    await office.fill('sato', opinionForm('１つ目。'))
    await office.fill('yamada', {
      ...{
        name: 'queue',
        act: { do: 'note', input: { target: { item: 'R8-001-1', seen: null }, text: '担当課に確認' } },
      },
    })

    const notices = (await office.records.list('outbox')).filter(({ value: { place } }) => place === 'slack:office')
    expect(notices.map(({ key: { id }, value: { news, under } }) => [id, news.kind, under])).toEqual([
      ['card/R8-001.0', 'submission-card', undefined],
      ['act/t1.0/R8-001.0', 'submission-act', 'card/R8-001.0'],
      ['act/t2.0/R8-001.0', 'submission-act', 'card/R8-001.0'],
    ])
  })

  it.each(['R8-001', 'R8-001-1', 'R8-001.2', 'R8-001-1.2', 'V-R8-001-12.3'])(
    'knows the submission that %s is a part of',
    async (id) => {
      await using office = await openFrontOffice({ boards })
      const { records } = office

      const changes = boardNotices(records, boards, [{ kind: 'erase', key: records.key('versions', id) }], [], 0)

      expect(changes.map(({ key }) => key.id)).toEqual([`card/${id.startsWith('V') ? 'V-' : ''}R8-001.0`])
    },
  )

  it('keeps where the message of a submission stands when that is erased, so that its words go there too', async () => {
    await using office = await openFrontOffice({ boards })
    await office.fill('sato', opinionForm('消すべき言葉。'))
    await office.put(
      office.records.put('posts', 'card/R8-001.0', {
        ...{ place: 'slack:office', news: { kind: 'submission-card', receipt: 'R8-001' }, ref: 'C1 1.1', at: 1 },
      }),
    )
    const erase = (who: string) =>
      office.fill(who, { name: 'erase-submission', input: { receipt: 'R8-001', reason: '誤記', confirmed: true } })
    await erase('yamada')

    await erase('kimura')

    const view = {
      ...office.base,
      language: 'ja',
      address: '',
      here: true,
      staff: false,
      at: office.folder.clock.now(),
    } as const
    const message = await newsMessage({ kind: 'submission-card', receipt: 'R8-001' }, view)
    expect(await office.records.find('posts', 'card/R8-001.0')).toBeDefined()
    expect(await office.records.find('outbox', 'card/R8-001.0')).toBeDefined()
    expect(messageText(message ?? expect.unreachable())).not.toContain('消すべき言葉')
  })

  it('is told of an account that waits to be confirmed', async () => {
    await using office = await openFrontOffice({ boards })
    await office.take('guest', { kind: 'action', name: 'claim' })
    await office.take('guest', say('鈴木　花子'))

    expect((await office.records.list('outbox')).map(({ value: { place, news } }) => [place, news])).toContainEqual([
      'slack:office',
      { kind: 'account-claim', account: 'slack:guest' },
    ])
  })

  it('is told nothing of questions', async () => {
    await using office = await openFrontOffice({ boards })

    await office.take('sato', say('No.34はなぜ×ですか'), { answerAt: 'slack:dm-sato' })

    expect((await office.records.list('outbox')).map(({ value: { place } }) => place)).toEqual(['slack:dm-sato'])
  })
})
