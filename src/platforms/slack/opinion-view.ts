import type { KnownBlock, ModalView } from '@slack/types'
import type { OpinionStart } from '../../conversation/opinion-start.ts'
import { sayIn } from '../../conversation/view.ts'
import { OnBehalf, Vote } from '../../opinions/submission.ts'
import type { Language } from '../../questions/normal-text.ts'
import { fieldOption, fieldOptions, inputBlock, lineBlock, radioBlock, selectBlock, textBlock } from './form-blocks.ts'
import { limits } from './limits.ts'
import { callbacks } from './names.ts'
import { plainText } from './slack-text.ts'
import { splitOpinion } from './split-opinion.ts'
import { notePieces } from './text-pieces.ts'
import { writeMeta } from './view-meta.ts'
import { modalView } from './views.ts'

/** The form of an opinion; undefined where its text does not fit in. `notes` stand above it. */
export function opinionView(
  start: OpinionStart,
  language: Language,
  notes: readonly string[] = [],
): ModalView | undefined {
  const { forms } = sayIn({ language })
  const { draft } = start
  const text = splitOpinion(draft.text)
  if (text === undefined || draft.none) return undefined
  const edits = draft.edits?.receipt
  const frame = {
    title: edits === undefined ? forms.opinion.title : forms.opinion.editTitle(edits),
    callback: callbacks.opinion,
    submit: forms.opinion.next,
    metadata: writeMeta({
      draft: draft.id,
      ...(edits === undefined ? {} : { edits }),
      ...(text.cut ? { cut: true as const } : {}),
    }),
    tellClose: true,
  }
  const above = notes.flatMap((note) => notePieces(note)).map(({ block }): KnownBlock => block)
  return modalView(frame, [...above, ...fields(start, [text.first, text.second], language)], language)
}

function fields(start: OpinionStart, [first, second]: readonly [string, string], language: Language): KnownBlock[] {
  const { forms, opinions } = sayIn({ language })
  const say = forms.opinion
  const { draft, calls, subject, approval, members } = start
  const blocks = [
    ...(members === null ? [] : behalfBlocks(start, language)),
    selectBlock(
      { name: 'call', label: say.call },
      fieldOptions(calls.map(({ id, name }) => [id, name])),
      draft.call,
      say.callPlaceholder,
    ),
    inputBlock(
      { name: 'subject', label: say.subject, hint: say.subjectHint, optional: true },
      {
        type: 'external_select',
        min_query_length: 0,
        placeholder: plainText(say.subjectPlaceholder),
        ...(subject === null || subject.value.length > limits.optionValue
          ? {}
          : { initial_option: fieldOption(subject.value, subject.name) }),
      },
    ),
    textBlock({ name: 'text', label: say.text }, first),
    textBlock({ name: 'more', label: say.more, hint: say.moreHint, optional: true }, second),
    ...(approval.length === 0
      ? []
      : [
          radioBlock(
            {
              name: 'vote',
              label: say.vote,
              hint: say.voteHint(calls.flatMap(({ id, name }) => (approval.includes(id) ? name : [])).join('、')),
              optional: true,
            },
            Vote.options.map((vote) => fieldOption(vote, opinions.vote[vote])),
            draft.vote,
          ),
        ]),
    radioBlock(
      { name: 'name', label: say.print, hint: say.printHint },
      [fieldOption('keep', opinions.choice.keep), fieldOption('print', opinions.choice.print)],
      draft.printName ? 'print' : 'keep',
    ),
  ]
  return blocks.filter((block) => block !== undefined)
}

/** Whose opinion staff file, and how it came. */
function behalfBlocks({ members, draft: { onBehalf } }: OpinionStart, language: Language) {
  const { forms, opinions } = sayIn({ language })
  const say = forms.opinion
  const all = members ?? []
  const member = { name: 'member', label: say.member }
  return [
    all.length <= limits.options
      ? (selectBlock(member, fieldOptions(all.map(({ id, name }) => [id, name])), onBehalf?.member ?? null) ??
        lineBlock(member))
      : lineBlock(member, onBehalf?.member ?? ''),
    selectBlock(
      { name: 'means', label: say.means },
      OnBehalf.shape.means.options.map((means) => fieldOption(means, opinions.means[means])),
      onBehalf?.means ?? null,
    ),
    inputBlock(
      { name: 'day', label: say.day },
      { type: 'datepicker', ...(onBehalf?.day == null ? {} : { initial_date: onBehalf.day }) },
    ),
    lineBlock({ name: 'original', label: say.original, optional: true }, onBehalf?.original ?? ''),
  ]
}
