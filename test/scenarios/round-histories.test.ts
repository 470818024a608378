import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Outcome } from '../../src/conversation/settle-turn.ts'
import { sweep } from '../../src/conversation/sweep.ts'
import type { Told } from '../../src/conversation/told.ts'
import type { Turn } from '../../src/conversation/turn.ts'
import { confirmAccount } from '../../src/opinions/accounts.ts'
import { answersTo } from '../../src/opinions/answers.ts'
import { askMember } from '../../src/opinions/ask-member.ts'
import { closeCall, extendCall } from '../../src/opinions/change-call.ts'
import { addDays, dayOf, type Minute } from '../../src/opinions/day.ts'
import { openCall } from '../../src/opinions/open-call.ts'
import { stateOf } from '../../src/opinions/submission-state.ts'
import { fillIn, numberOf, type Wanted } from '../support/fill-in.ts'
import type { Interruption } from '../support/interrupted-store.ts'
import { calendar, emptyForm, FrontOffice } from '../support/round-desk.ts'
import { RoundModel, type Words } from '../support/round-model.ts'

const hour = 60 * 60 * 1000
const life = 30 * 24 * hour
const long = { from: '2025-04-01', to: '2029-03-31' }
/** Suzuki's term and Mori's post end on the way, Ito is confirmed on the way, and Tanaka is on no roster. */
const roster = {
  members: { sato: long, suzuki: { from: '2025-04-01', to: '2027-03-31' }, ito: long },
  staff: { yamada: { from: '2025-04-01', to: null }, mori: { from: '2023-04-01', to: '2027-03-12' } },
  confirmed: ['sato', 'suzuki', 'yamada', 'mori'],
}
const people = ['sato', 'suzuki', 'ito', 'tanaka', 'yamada', 'mori'] as const

/** What somebody does in one last turn, after others that lead up to it. Numbers pick from what there is then. */
type Deed =
  | ({ readonly kind: 'form' | 'dialog' | 'continue'; readonly behalf: string | null; readonly call: number } & Style)
  | { readonly kind: 'none'; readonly call: number; readonly vote: Wanted['vote'] | null }
  | ({ readonly kind: 'edit'; readonly of: number; readonly by: 'form' | 'dialog' } & Style)
  | { readonly kind: 'withdraw' | 'press-again' | 'redeliver'; readonly of: number }
  | { readonly kind: 'reply' }
type Style = { readonly vote: Wanted['vote'] | null; readonly print: boolean }
type Act = { readonly who: string; readonly deed: Deed; readonly shown: boolean }
type Step =
  | { readonly kind: 'acts'; readonly acts: readonly Act[] }
  | { readonly kind: 'crash'; readonly act: Act; readonly at: number; readonly when: Interruption }
  | { readonly kind: 'leave'; readonly who: string; readonly call: number; readonly half: boolean }
  | { readonly kind: 'open' | 'extend' | 'close'; readonly who: string; readonly of: number }
  | { readonly kind: 'ask-back'; readonly who: string; readonly of: number }
  | { readonly kind: 'pass'; readonly hours: number }
  | { readonly kind: 'confirm' | 'restart' | 'tick' }

const some = fc.nat(1000)
const vote = fc.constantFrom<(Wanted['vote'] | null)[]>('approve', 'disapprove', null)
const style = { vote, print: fc.boolean() }
const who = fc.constantFrom(...people, 'sato', 'suzuki', 'sato')
const filing = {
  behalf: fc.constantFrom(null, null, 'sato', 'suzuki', 'nobody'),
  call: some,
  ...style,
}
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('form' as const), ...filing }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('dialog' as const), ...filing }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('continue' as const), ...filing }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('none' as const), call: some, vote }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      of: some,
      by: fc.constantFrom('form' as const, 'dialog' as const),
      ...style,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('withdraw' as const, 'press-again' as const, 'redeliver' as const),
      of: some,
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'reply' as const }) },
)
const act = fc.record({ who, deed, shown: fc.boolean() })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ kind: fc.constant('acts' as const), acts: fc.tuple(act) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('acts' as const), acts: fc.array(act, { minLength: 2, maxLength: 6 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('crash' as const),
      act,
      at: fc.nat(2),
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), who, call: some, half: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('open' as const, 'extend' as const, 'close' as const, 'ask-back' as const),
      who: fc.constantFrom('yamada', 'yamada', 'mori', 'sato'),
      of: some,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      hours: fc.constantFrom(1, 2, 30, 24 * 6, 24 * 15, 24 * 35),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('confirm' as const, 'restart' as const, 'tick' as const) }),
  },
)

/** A turn that is ready to be taken, and what must have come of it. */
type Ready = {
  readonly turn: Turn
  readonly check: (told: readonly Told[]) => void
  readonly people: readonly string[]
}

class History {
  readonly #office: FrontOffice
  readonly #model = new RoundModel(roster)
  /** Turns that were settled, and what they came to. */
  readonly #settled: { readonly turn: Turn; readonly told: readonly Told[]; readonly at: number }[] = []
  /** Notices that the actor was not shown. */
  readonly #unshown: string[] = []
  #texts = 0
  #questions = 0

  constructor(office: FrontOffice) {
    this.#office = office
  }

  get #now(): number {
    return this.#office.folder.clock.now()
  }

  async begin(): Promise<void> {
    await this.#office.start()
    await this.#office.putRoster(roster)
    await this.#openCall('yamada', '2026-2', { deadline: '2027-03-19T17:00', approval: false })
    await this.#openCall('yamada', '2026-3', { deadline: null, approval: true })
  }

  async run(step: Step): Promise<void> {
    const office = this.#office
    switch (step.kind) {
      case 'acts':
        return await this.#takeAtOnce(step.acts)
      case 'crash':
        return await this.#crash(step)
      case 'leave': {
        await this.#take(step.who, { kind: 'action', name: 'discard' })
        const begun = await this.#take(step.who, { kind: 'action', name: 'opinion' })
        const wanted = this.#wanted({ call: step.call, behalf: 'sato', vote: 'approve', print: false })
        await this.#write(step.who, begun.turn.id, begun.outcome, wanted, step.half)
        return
      }
      case 'open':
        return await this.#openCall(step.who, `2027-${step.of % 50}`, {
          deadline: step.of % 3 === 0 ? null : `${calendar.workingDayFrom(addDays(dayOf(this.#now), 9))}T17:00`,
          approval: step.of % 2 === 0,
        })
      case 'extend':
      case 'close':
        return await this.#changeCall(step.kind, step.who, pick([...this.#model.calls.keys()], step.of) ?? '')
      case 'ask-back':
        return await this.#askBack(step.who, this.#receipt(step.of))
      case 'pass':
        return office.folder.clock.pass(step.hours * hour)
      case 'confirm':
        return await this.#confirm()
      case 'restart':
        await office.stop()
        return await office.start()
      case 'tick':
        await sweep(office.store, office.records, this.#now)
        return await office.deliver()
    }
  }

  /** Everything stored is what the model says, and nothing else is. */
  async compare(): Promise<void> {
    const { records, store } = this.#office
    const model = this.#model
    const questions = (await records.list('questions')).map(({ value }) => value)
    const submissions = (await records.list('submissions')).map(({ value }) => value)
    expect(
      submissions.map((one) => ({
        ...pickFields(one),
        onBehalf: one.onBehalf !== null,
        state: stateOf(
          one,
          questions.filter(({ receipt }) => receipt === one.receipt),
        ),
      })),
    ).toEqual(
      model.filed.map((one) => ({
        ...pickFields({ ...one, version: one.versions.length, filed: one.at }),
        onBehalf: one.onBehalf,
        state: model.state(one),
      })),
    )
    const versions = (await records.list('versions')).map(
      ({ value: { receipt, version, text, vote, printName, at } }) => [
        `${receipt}.${version}`,
        { text, vote, print: printName, at },
      ],
    )
    const expected = model.filed.flatMap(({ receipt, versions }) =>
      versions.map((one, at) => [`${receipt}.${at + 1}`, one] as const),
    )
    expect(Object.fromEntries(versions)).toEqual(Object.fromEntries(expected))
    expect((await records.list('submitters')).map(({ value: { receipt, member } }) => [receipt, member])).toEqual(
      model.filed.map(({ receipt, member }) => [receipt, member]),
    )
    expect(questions.map(({ reply }) => reply?.text ?? null)).toEqual(
      model.filed
        .flatMap((one) => one.questions)
        .toSorted((a, b) => a.order - b.order)
        .map(({ reply }) => reply),
    )
    const counters = await store.list({ committee: records.committee, collection: 'counters' })
    expect(counters.map(({ key, value }) => [key.id, value])).toEqual([...model.counters].toSorted())
    const drafts = (await records.list('drafts')).filter(({ value }) => this.#now - value.touched <= life)
    expect(Object.fromEntries(drafts.map(({ key, value }) => [key.id, [value.id, value.text]]))).toEqual(
      Object.fromEntries(
        people.flatMap((who) => {
          const draft = model.draft(who, this.#now)
          return draft === undefined ? [] : [[`room:${who}`, [draft.id, draft.text]]]
        }),
      ),
    )
    for (const { value: call } of await records.list('calls'))
      expect(await answersTo(records, call)).toEqual(model.answersTo(call.id))
    expect(await records.list('acts')).toHaveLength(model.acts)
  }

  /** In the end every notice that was not shown has got there, once. */
  async end(): Promise<void> {
    this.#office.folder.clock.pass(hour)
    await this.#office.deliver()
    const posted = this.#office.room.received.map(({ key }) => key.replace(/^[^/]*\//u, ''))
    expect(posted.filter((key) => key.startsWith('reply/')).toSorted()).toEqual(this.#unshown.toSorted())
    expect(posted.filter((key) => key.startsWith('receipt/')).toSorted()).toEqual(
      this.#model.filed
        .filter(({ onBehalf }) => onBehalf)
        .map(({ receipt }) => `receipt/${receipt}`)
        .toSorted(),
    )
  }

  async #takeAtOnce(acts: readonly Act[]): Promise<void> {
    const ready: (Ready & { readonly shown: boolean })[] = []
    for (const { who, deed, shown } of acts) {
      const one = await this.#ready(
        who,
        deed,
        ready.flatMap(({ people }) => people),
      )
      if (one !== null) ready.push({ ...one, shown })
    }
    const taken = await Promise.all(
      ready.map(async (one) => ({ ...one, outcome: await this.#office.desk.take(one.turn) })),
    )
    const receiptOf = ({ outcome }: { outcome: Outcome }) =>
      outcome.told[0]?.kind === 'receipt' ? Number(outcome.told[0].receipt.split('-')[1]) : 0
    for (const { turn, check, outcome, shown } of taken.toSorted((a, b) => receiptOf(a) - receiptOf(b))) {
      expect(outcome.fault).toBeNull()
      check(outcome.told)
      await this.#keep(turn, outcome, shown)
    }
  }

  /** The process ends at a commit of the turn; the platform delivers it again to the next one. */
  async #crash({ act: { who, deed }, at, when }: Extract<Step, { kind: 'crash' }>): Promise<void> {
    const office = this.#office
    const ready = await this.#ready(who, deed, [])
    if (ready === null) return
    let left = at
    // Who is dead writes nothing more.
    let ended = false
    office.interrupt = () => {
      if (ended) return 'before'
      ended = left-- === 0
      return ended ? when : null
    }
    const outcome = await office.desk.take(ready.turn)
    const before = outcome.fault === null ? outcome : null
    office.interrupt = () => null
    await office.stop()
    await office.start()
    const turns = { committee: office.records.committee, collection: 'turns', where: { told: null } }
    expect(await office.store.list(turns)).toEqual([])
    const again = await office.desk.take(ready.turn)
    if (before !== null && isRepeatable(before)) expect(again.told).toEqual(before.told)
    ready.check(again.told)
    await this.#keep(ready.turn, again, false)
  }

  async #keep(turn: Turn, outcome: Outcome, shown: boolean): Promise<void> {
    if (this.#settled.some((one) => one.turn.id === turn.id)) return
    this.#settled.push({ turn, told: outcome.told, at: this.#now })
    // What a refused form leaves behind is thrown away: the model knows drafts only by dialog.
    if (turn.did.kind === 'form' && outcome.told.some(({ kind }) => kind === 'draft-stays'))
      await this.#take(whoOf(turn), { kind: 'action', name: 'discard' })
    if (shown) return await this.#office.desk.shown(outcome)
    for (const [at, { kind }] of outcome.told.entries())
      if (['receipt', 'edited', 'withdrawn', 'replied'].includes(kind)) this.#unshown.push(`reply/${turn.id}.${at}`)
  }

  /** A turn that leads up to another: it is settled and its outcome shown. */
  async #take(who: string, did: Turn['did'] | string): Promise<{ readonly turn: Turn; readonly outcome: Outcome }> {
    const turn = this.#office.turn(who, did)
    const outcome = await this.#office.desk.take(turn)
    await this.#keep(turn, outcome, true)
    return { turn, outcome }
  }

  async #ready(who: string, deed: Deed, taken: readonly string[]): Promise<Ready | null> {
    const model = this.#model
    const { kind: role } = model.roleOf(who, this.#now)
    const named = 'behalf' in deed ? [deed.behalf ?? 'sato', model.draft(who, this.#now)?.behalf ?? who] : []
    const behalf = role === 'member' ? [] : named
    const changed = deed.kind === 'edit' || deed.kind === 'withdraw' ? this.#receipt(deed.of) : null
    const owners = model.filed.filter(({ receipt }) => receipt === changed).map(({ member }) => member)
    const involved = [who, ...behalf, ...owners]
    if (deed.kind === 'redeliver') {
      const one = pick(this.#settled.filter(({ at }) => this.#now - at <= life).filter(isRepeatable), deed.of)
      if (one === undefined) return null
      return { turn: one.turn, people: [], check: (told) => expect(told).toEqual(one.told) }
    }
    if (involved.some((one) => taken.includes(one))) return null
    const ready = (turn: Turn, check: Ready['check']): Ready => ({ turn, check, people: involved })
    switch (deed.kind) {
      case 'form':
        return ready(...this.#form(who, deed))
      case 'dialog': {
        await this.#take(who, { kind: 'action', name: 'discard' })
        const { turn, outcome } = await this.#take(who, { kind: 'action', name: 'opinion' })
        const filled = await this.#write(
          who,
          turn.id,
          outcome,
          this.#wanted({ ...deed, behalf: deed.behalf ?? 'sato' }),
        )
        return filled === null ? null : ready(...this.#press(who, filled))
      }
      case 'continue': {
        const draft = model.draft(who, this.#now)
        if (draft === undefined || draft.text === '') return null
        const { outcome } = await this.#take(who, { kind: 'action', name: 'continue' })
        const wanted = { ...this.#wanted({ ...deed, behalf: 'sato' }), text: draft.text }
        const shown = await fillIn(this.#office, who, outcome, wanted)
        expect(shown.told.at(-1)).toMatchObject({ kind: 'confirm' })
        const print = draft.named ? draft.print : deed.print
        model.drafts.set(who, { ...draft, print, named: true, touched: this.#now, paused: false })
        return ready(...this.#press(who, shown))
      }
      case 'none':
        // Staff write a draft of it, on behalf.
        if (model.roleOf(who, this.#now).kind === 'staff') return null
        return ready(...this.#none(who, deed))
      case 'edit':
        return deed.by === 'form' || role === 'guest'
          ? ready(...this.#editByForm(who, deed))
          : await this.#editByDialog(who, deed).then((one) => one && ready(...one))
      case 'withdraw':
        return ready(...this.#withdraw(who, this.#receipt(deed.of)))
      case 'press-again': {
        const one = pick(
          model.filed.filter(({ kind }) => kind === 'opinion'),
          deed.of,
        )
        if (one === undefined) return null
        const other = model.draft(who, this.#now) === undefined ? { kind: 'no-draft' } : refused('changed-meanwhile')
        const own = model.own(who, one.receipt, this.#now) !== undefined
        return ready(this.#office.turn(who, { kind: 'action', name: 'file', about: one.draft }), (told) =>
          expect(told).toEqual([own ? { kind: 'receipt', receipt: one.receipt } : other]),
        )
      }
      case 'reply':
        return role === 'member' ? ready(...(await this.#reply(who))) : null
    }
  }

  #form(who: string, { call: at, behalf, vote, print }: Extract<Deed, { behalf: unknown }>): [Turn, Ready['check']] {
    const model = this.#model
    const call = this.#call(at)
    const text = this.#text()
    const onBehalf = behalf === null ? null : { member: behalf, means: 'fax', day: '今日', original: null }
    const form = { ...emptyForm, call, text, vote, printName: print, onBehalf, confirmed: true }
    const turn = this.#office.turn(who, { kind: 'form', form })
    const now = this.#now
    return [
      turn,
      (told) => {
        const { closed = call !== 'standing', approval = false } = model.calls.get(call) ?? {}
        const words: Words = { text, vote: approval ? vote : null, print }
        const why = model.refusal(who, call, behalf, now)
        if (closed || (approval && vote === null) || behalf === 'nobody')
          expect(told).toMatchObject([{ kind: 'fields' }])
        else if (why !== null) expectRefused(told, why)
        else
          this.#filed(told, {
            member: behalf ?? who,
            call,
            kind: 'opinion',
            draft: turn.id,
            onBehalf: behalf !== null,
            words,
          })
      },
    ]
  }

  /** Answers what the draft asks for; null where it cannot be filed so. */
  async #write(who: string, id: string, begun: Outcome, wanted: Wanted, half = false): Promise<Outcome | null> {
    const model = this.#model
    const { kind: role } = model.roleOf(who, this.#now)
    const isStaff = role === 'staff'
    if (isStaff && wanted.behalf === 'nobody') {
      model.drafts.set(who, {
        id,
        text: '',
        vote: null,
        print: false,
        named: false,
        call: '',
        behalf: null,
        touched: this.#now,
        paused: true,
      })
      await this.#take(who, 'やめる')
      return null
    }
    const { closed = true, approval = false } = model.calls.get(wanted.call) ?? {}
    const isOffered = role === 'guest' ? !closed : model.takes(wanted.call, isStaff ? wanted.behalf : who)
    const outcome = await fillIn(this.#office, who, begun, wanted, half)
    expect(outcome.told.at(-1)?.kind).toBe(half ? 'text-taken' : 'confirm')
    model.drafts.set(who, {
      id,
      text: wanted.text,
      call: isOffered ? wanted.call : 'standing',
      vote: isOffered && approval ? wanted.vote : null,
      print: wanted.print,
      named: !half,
      behalf: isStaff ? wanted.behalf : null,
      touched: this.#now,
      paused: false,
    })
    return outcome
  }

  /** Files the draft that was shown, by its number. */
  #press(who: string, shown: Outcome): [Turn, Ready['check']] {
    const model = this.#model
    const draft = model.draft(who, this.#now)
    if (draft === undefined) throw new Error('there is no draft to file')
    const { id, call, behalf, text, vote, print } = draft
    const now = this.#now
    return [
      this.#office.turn(
        who,
        numberOf(shown, ({ name, about }) => name === 'file' && about === id),
      ),
      (told) => {
        const why = model.refusal(who, call, behalf, now)
        if (why !== null) return expectRefused(told, why)
        model.drafts.delete(who)
        const words = { text, vote, print }
        this.#filed(told, { member: behalf ?? who, call, kind: 'opinion', draft: id, onBehalf: behalf !== null, words })
      },
    ]
  }

  #none(who: string, { call: at, vote }: Extract<Deed, { kind: 'none' }>): [Turn, Ready['check']] {
    const model = this.#model
    const call = this.#call(at)
    const turn = this.#office.turn(who, {
      kind: 'action',
      name: 'none',
      about: vote === null ? call : `${call} ${vote}`,
    })
    const now = this.#now
    return [
      turn,
      (told) => {
        const { closed = true, approval = false } = model.calls.get(call) ?? {}
        const isMember = model.roleOf(who, now).kind === 'member'
        const why = model.refusal(who, call, null, now)
        const earlier = model.answer(who, call)
        const others = [...model.calls].some(([id, one]) => !one.closed && (!isMember || model.takes(id, who)))
        if (closed || (isMember && !model.takes(call, who)))
          expect(told).toEqual([{ kind: others ? 'which-call' : 'no-call' }])
        else if (why !== null) expect(told).toEqual([refused(why)])
        else if (earlier !== undefined) expect(told).toEqual([{ kind: 'answered-already', receipt: earlier }])
        else if (approval && vote === null) expect(told).toEqual([refused('vote-missing')])
        else {
          const words = { text: '', vote: approval ? vote : null, print: false }
          this.#filed(told, { member: who, call, kind: 'none', draft: turn.id, onBehalf: false, words })
        }
      },
    ]
  }

  #filed(
    told: readonly Told[],
    {
      words,
      ...one
    }: { member: string; call: string; kind: 'opinion' | 'none'; draft: string; onBehalf: boolean; words: Words },
  ): void {
    const { counter, number } = this.#model.next(this.#now)
    const receipt = `${counter}-${String(number).padStart(3, '0')}`
    expect(told).toEqual([{ kind: 'receipt', receipt }])
    this.#model.file(receipt, { ...one, at: this.#now, versions: [{ ...words, at: this.#now }] })
  }

  #editByForm(who: string, { of, vote, print }: Extract<Deed, { kind: 'edit' }>): [Turn, Ready['check']] {
    const receipt = this.#receipt(of)
    // One in five changes nothing.
    const text = of % 5 === 0 ? null : this.#text()
    const change = text === null ? {} : { vote, printName: print }
    const form = { ...emptyForm, edits: receipt, text, ...change, confirmed: true }
    const now = this.#now
    return [
      this.#office.turn(who, { kind: 'form', form }),
      (told) => {
        const why = this.#model.editRefusal(who, receipt, now)
        const one = this.#model.own(who, receipt, now)
        if (one !== undefined && one.kind === 'none' && text === null)
          return expect(told).toMatchObject([{ kind: 'fields' }])
        if (why !== null) return expectRefused(told, why)
        if (text === null) return expectRefused(told, 'unchanged')
        this.#edited(told, receipt, { text, print, vote })
      },
    ]
  }

  async #editByDialog(who: string, { of }: Extract<Deed, { kind: 'edit' }>): Promise<[Turn, Ready['check']] | null> {
    const model = this.#model
    const now = this.#now
    const receipt = this.#receipt(of)
    const begin = { kind: 'action', name: 'edit-filed', about: receipt } as const
    const one = model.own(who, receipt, now)
    const why =
      one === undefined
        ? 'unknown-receipt'
        : model.mayEdit(one, now)
          ? null
          : one.withdrawn
            ? 'withdrawn-before'
            : 'edit-over'
    const waits = model.draft(who, now) !== undefined
    if (why !== null || waits)
      return [
        this.#office.turn(who, begin),
        (told) => expect(told).toEqual([why === null ? { kind: 'draft-waits' } : refused(why)]),
      ]
    const { turn, outcome } = await this.#take(who, begin)
    expect(outcome.told).toEqual([{ kind: 'edit-what' }])
    const text = this.#text()
    const asked = await this.#take(
      who,
      numberOf(outcome, ({ about }) => about === 'text'),
    )
    expect(asked.outcome.told).toEqual([{ kind: 'part', part: 'text' }])
    await this.#take(who, text)
    const { outcome: shown } = await this.#take(who, '以上です')
    if (model.editRefusal(who, receipt, now) === 'term-ended') {
      const { outcome: over } = await this.#take(who, '提出')
      expectRefused(over.told, 'term-ended')
      await this.#take(who, '破棄')
      return null
    }
    return [
      this.#office.turn(
        who,
        numberOf(shown, ({ name, about }) => name === 'file' && about === turn.id),
      ),
      (told) => this.#edited(told, receipt, { text }),
    ]
  }

  #edited(told: readonly Told[], receipt: string, { vote = null, ...words }: Partial<Words>): void {
    const model = this.#model
    expect(told).toEqual([{ kind: 'edited', receipt }])
    const one = model.filed.find((filed) => filed.receipt === receipt)
    const before = one?.versions.at(-1)
    if (one === undefined || before === undefined) throw new Error('it was never filed')
    const approval = model.calls.get(one.call)?.approval ?? false
    one.versions.push({ ...before, ...words, vote: approval ? (vote ?? before.vote) : null, at: this.#now })
    model.acts += 1
  }

  #withdraw(who: string, receipt: string): [Turn, Ready['check']] {
    const one = this.#model.own(who, receipt, this.#now)
    return [
      this.#office.turn(who, { kind: 'action', name: 'withdraw-now', about: receipt }),
      (told) => {
        if (one === undefined) return expect(told).toEqual([refused('unknown-receipt')])
        expect(told).toEqual([{ kind: 'withdrawn', receipt }])
        if (!one.withdrawn) this.#model.acts += 1
        one.withdrawn = true
      },
    ]
  }

  async #reply(who: string): Promise<[Turn, Ready['check']]> {
    const model = this.#model
    const draft = model.draft(who, this.#now)
    if (draft !== undefined) {
      await this.#take(who, 'やめる')
      draft.paused = true
      draft.touched = this.#now
    }
    const text = `お伺いの件は${this.#text()}`
    const question = model.openQuestion(who)
    if (question === undefined)
      return [this.#office.turn(who, text), (told) => expect(told[0]).toMatchObject({ kind: 'answer' })]
    const { outcome } = await this.#take(who, text)
    expect(outcome.told).toMatchObject([{ kind: 'ask-reply' }])
    return [
      this.#office.turn(who, 'はい'),
      (told) => {
        expect(told).toMatchObject([{ kind: 'replied' }])
        question.reply = text
        model.acts += 1
      },
    ]
  }

  async #confirm(): Promise<void> {
    if (this.#model.confirmed.has('ito')) return
    await this.#take('ito', { kind: 'action', name: 'claim' })
    const { outcome } = await this.#take('ito', '伊藤と申します')
    expect(outcome.told).toMatchObject([{ kind: 'account-claimed' }])
    this.#model.acts += 1
    const { outcome: committed } = await this.#office.decide('yamada', (records, actor) =>
      confirmAccount(records, actor, { account: 'room:ito', person: 'ito' }),
    )
    expect(committed).toBe('committed')
    this.#model.confirmed.add('ito')
  }

  async #openCall(
    who: string,
    id: string,
    { deadline, approval }: { readonly deadline: Minute | null; readonly approval: boolean },
  ): Promise<void> {
    if (this.#model.calls.has(id)) return
    const { told } = await this.#office.decide(who, (records, actor) =>
      openCall(
        records,
        actor,
        { id, name: `第${id}回`, form: 'written', approval, agenda: [], documents: [], deadline, asked: 'all' },
        calendar,
      ),
    )
    if (this.#model.roleOf(who, this.#now).kind !== 'staff') return expect(told).toEqual([refused('not-staff')])
    const day = deadline?.slice(0, 10) ?? dayOf(this.#now)
    const asked = Object.entries(roster.members).flatMap(([member, { to }]) => (day <= to ? [member] : []))
    expect(told).toMatchObject([{ kind: 'call-opened', asked: asked.length }])
    this.#model.calls.set(id, { approval, asked, deadline, closed: false })
  }

  async #changeCall(how: 'extend' | 'close', who: string, id: string): Promise<void> {
    const call = this.#model.calls.get(id)
    if (call === undefined || this.#model.calls.size === 0) return
    const later = calendar.workingDayFrom(addDays(dayOf(this.#now), 20))
    const deadline: Minute = `${later}T12:00`
    const { told } = await this.#office.decide<{ readonly kind: string }>(who, (records, actor) =>
      how === 'close'
        ? closeCall(records, actor, { call: id })
        : extendCall(records, actor, { call: id, deadline }, calendar),
    )
    const [{ kind }] = told as [{ readonly kind: string }]
    if (this.#model.roleOf(who, this.#now).kind !== 'staff' || call.closed) return expect(kind).toBe('refused')
    if (how === 'close') {
      expect(kind).toBe('call-closed')
      call.closed = true
    } else if (kind === 'call-extended') call.deadline = deadline
  }

  async #askBack(who: string, receipt: string): Promise<void> {
    const one = this.#model.filed.find((filed) => filed.receipt === receipt)
    const { told } = await this.#office.decide<{ readonly kind: string }>(who, (records, actor) =>
      askMember(records, actor, { receipt, text: '詳しくお聞かせください', until: null }, calendar),
    )
    if (this.#model.roleOf(who, this.#now).kind !== 'staff' || one === undefined || one.withdrawn)
      return expect(told).toMatchObject([{ kind: 'refused' }])
    expect(told).toMatchObject([{ kind: 'question-asked' }])
    this.#questions += 1
    one.questions.push({ order: this.#questions, reply: null })
  }

  /** One of the receipts given, or one that never was. */
  #receipt(of: number): string {
    return pick([...this.#model.filed.map(({ receipt }) => receipt), 'R8-999'], of) ?? ''
  }

  #call(at: number): string {
    return pick(['standing', ...this.#model.calls.keys(), '2026-2', '2026-3'], at) ?? ''
  }

  #wanted({ call, behalf, vote, print }: Style & { readonly call: number; readonly behalf: string }): Wanted {
    return { call: this.#call(call), text: this.#text(), vote: vote ?? 'approve', print, behalf }
  }

  #text(): string {
    this.#texts += 1
    return `図書館の開館時間について、${this.#texts}つ目に申し上げます。`
  }
}

function pickFields<
  T extends {
    receipt: string
    call: string
    kind: string
    draft: string
    version: number
    late: boolean
    filed: number
  },
>({ receipt, call, kind, draft, version, late, filed }: T) {
  return { receipt, call, kind, draft, version, late, filed }
}

/** Whether a turn that is delivered again is told the same: what is not kept is told as it is then. */
function isRepeatable({ told }: Pick<Outcome, 'told'>): boolean {
  return told.every(({ kind }) => kind !== 'answer' && kind !== 'ask-reply')
}

/** A refusal says where the text is: kept as a draft, or not kept because another draft is. */
function expectRefused(told: readonly Told[], why: string): void {
  expect(told[0]).toEqual(refused(why))
  if (why !== 'unknown-receipt') expect(['draft-stays', 'form-not-kept']).toContain(told[1]?.kind)
}

function whoOf({ person }: Turn): string {
  return person.slice(person.indexOf(':') + 1)
}

function refused(why: string) {
  return { kind: 'refused', why }
}

function pick<T>(all: readonly T[], at: number): T | undefined {
  return all[at % Math.max(1, all.length)]
}

const numRuns = process.env.LONG ? 3000 : 60

it(`keeps its promises through ${numRuns} random rounds of consultation`, { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30, size: 'max' }), async (steps) => {
      await using office = new FrontOffice('2027-03-01T09:00')
      const history = new History(office)
      await history.begin()
      for (const step of steps) {
        await history.run(step)
        await history.compare()
      }
      await history.end()
    }),
    { numRuns },
  )
})
