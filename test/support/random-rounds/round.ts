import { Names } from '../../../src/opinions/release.ts'
import { respondTo, settleAll } from './answering.ts'
import { askAbout, askAll, tryInVain } from './asking.ts'
import { sharersOf } from './going.ts'
import { actPlainly } from './handling.ts'
import { checkErased, deliver, lookAround } from './looking.ts'
import { clerks, type Person } from './people.ts'
import { pick } from './pick.ts'
import { publishAnnex, readAnnexFiles, rewordItem, shareAnnex, shareWhenReady } from './releasing.ts'
import { RoundOffice } from './round-office.ts'
import { calls, deadline, Scene, type Watch } from './scene.ts'
import { editOpinion, fileOpinion, withdrawOpinion } from './sending.ts'
import type { End, Step } from './steps.ts'
import type { Sent } from './truth.ts'
import { writeTidy } from './writing.ts'

/** A round of consultation that is watched: whatever is done in it, what may not be read where it is read is found. */
export class Round implements AsyncDisposable {
  readonly #scene: Scene

  private constructor(scene: Scene) {
    this.#scene = scene
  }

  /** Opens an office with a call to all members in term. */
  static async open(people: readonly Person[], watch: Watch): Promise<Round> {
    const office = await RoundOffice.open('2026-08-20T10:00')
    const scene = new Scene(office, people, watch)
    await office.putRoster(people)
    await scene.act(clerks[0], {
      name: 'open-call',
      input: {
        ...{ id: '2026-1', name: '令和８年度第１回', form: 'written', approval: false, agenda: ['評価について'] },
        ...{ documents: [], deadline, asked: 'all' },
      },
    })
    return new Round(scene)
  }

  /** What was done so far, a line each. */
  get script(): string {
    return this.#scene.script.join('\n')
  }

  async run(step: Step): Promise<void> {
    await carryOut(this.#scene, step)
    await lookAround(this.#scene)
  }

  /** Brings the round to its end: everything is answered and checked, shared, and published, whoever leaves in between. */
  async finish({ names, together, leaves }: End): Promise<void> {
    const scene = this.#scene
    const { truth, office } = scene
    for (const call of calls) await readAnnexFiles(scene, call, names)
    office.waitUntil('2026-09-24T10:00')
    await deliver(scene)
    if (together !== null) for (const by of [0, 1]) await actPlainly(scene, 'group', together + by, together * 2 + by)
    for (const call of calls) {
      if (truth.given.has(call)) continue
      await settleAll(scene, call)
      for (const how of Names.options) await readAnnexFiles(scene, call, how)
      const left = truth.expectedIn(call).length
      await shareAnnex(scene, call, names)
      const isShared = call === 'standing' ? truth.expectedIn(call).length === 0 : truth.given.has(call)
      if (left > 0 && !isShared) throw new Error(`all is answered and checked, and it was not shared: ${call}`)
    }
    await lookAround(scene)
    await deliver(scene)
    await askAll(scene)
    if (leaves !== null) await withdrawOpinion(scene, await leaver(scene, leaves), 1)
    await lookAround(scene)
    for (const id of truth.given.keys()) {
      await readAnnexFiles(scene, id, names)
      await publishAnnex(scene, id)
      await readAnnexFiles(scene, id, names)
    }
    await lookAround(scene)
    await askAll(scene)
    await deliver(scene)
    checkErased(scene)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#scene.office[Symbol.asyncDispose]()
  }
}

/** Whose opinion was given to the members: rather one whose response answers others too. */
async function leaver(scene: Scene, of: number): Promise<Sent | undefined> {
  const { truth } = scene
  const given = truth.sent.filter((one) => one.state === 'live' && truth.releaseOf(one.receipt) !== undefined)
  const leading: Sent[] = []
  for (const one of given) if ((await sharersOf(scene, one)).length > 0) leading.push(one)
  return pick(leading.length === 0 ? given : leading, of)
}

async function carryOut(scene: Scene, step: Step): Promise<void> {
  const { truth, tokens, office } = scene
  switch (step.do) {
    case 'file':
    case 'file-on-behalf':
      return await fileOpinion(scene, step)
    case 'edit':
      return await editOpinion(scene, step)
    case 'print':
      return await rewordItem(scene, step.of, step.how)
    case 'respond':
      return await respondTo(scene, await scene.item(step.of), step.who, writeTidy(step.text, tokens, 'a response'))
    case 'share':
      return await shareWhenReady(scene, pick(calls, step.call) ?? '', step.names, step.ready)
    case 'annex':
      return await readAnnexFiles(scene, pick([...calls, ...truth.given.keys()], step.call) ?? '', step.names)
    case 'ask':
      return await askAbout(scene, step.who, step.what, step.of)
    case 'try':
      return await tryInVain(scene, step.who, step.what, step.of)
    case 'pass':
      return office.folder.clock.pass(step.hours * 3_600_000)
    case 'tick':
      return await deliver(scene)
    default:
      return await actPlainly(scene, step.do, step.who, step.of)
  }
}
