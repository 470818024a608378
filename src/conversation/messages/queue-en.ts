import { datesEn } from './dates.ts'
import type { QueueMessages } from './queue-ja.ts'

const list = (items: readonly (string | number)[]) => items.join(', ')
const inBrackets = (items: readonly string[]) => (items.length === 0 ? '' : ` (${list(items)})`)
const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`

/** The same sentences in plain English. */
export const queueEn: QueueMessages = {
  step: {
    new: 'new',
    'to-answer': 'to be answered',
    inquired: 'with a division',
    'to-check': 'to be checked',
    checked: 'checked',
    'no-answer': 'no answer needed',
    together: 'answered together',
  },
  disposition: { answer: 'to be answered', none: 'no answer needed', undecided: 'undecided' },
  dispositionLine: (text) => `Disposition: ${text}`,
  with: (lead) => `together with ${lead}`,

  listed: (number, all) => (number === all ? `${count(number, 'item')}:` : `${count(number, 'item')} of ${all}:`),
  listedNone: (all) =>
    all === 0 ? 'There is no item yet.' : `No item of ${all} is meant by this. Please check what was asked for.`,
  counts: (steps, overdue) => `${steps.map(([step, number]) => `${step} ${number}`).join(', ')}; overdue ${overdue}`,
  withdrawn: (number) => `Besides, ${count(number, 'item')} of withdrawn opinions: see them with --state withdrawn.`,
  notShown: (number) => `${number} more are not shown. Please ask for fewer: by call, state, division, due day.`,
  join: (parts) => parts.join('  '),
  item: (parts) => `- ${parts.join('  ')}`,
  both: (step, state) => `${step} (${state})`,
  start: (words, whole) => `「${words}${whole ? '' : '…'}」`,
  lead: (lead, fromTable) => `lead: ${lead}${fromTable ? ' (by the table)' : ''}`,
  leadNone: 'lead: nobody yet',
  others: (names) => `others: ${list(names)}`,
  due: ({ day, of }, overdue) =>
    `${of === 'inquiry' ? 'answer of the division due' : 'due'} ${datesEn.shortDay(day)}${overdue === null ? '' : ` (${count(overdue.days, 'day')} overdue${overdue.workingDays === overdue.days ? '' : `, ${count(overdue.workingDays, 'working day')}`})`}`,
  dueNone: 'no due day yet',
  asked: (until) => `member asked${until === null ? '' : ` (until ${datesEn.shortDay(until)})`}`,
  replied: 'member has replied',
  outdated: 'draft for an earlier wording',
  edited: (version) => `edited (version ${version})`,
  late: 'late',
  onBehalf: 'filed on behalf',

  headingLine: (heading) => `Heading: ${heading}`,
  words: 'Opinion',
  goneInto: (into) => `This item was joined into ${into}. Only its history is kept here.`,
  goneEdited: 'The member left this item out in an edit. Only its history is kept here.',
  printed: 'As it will be printed (differs from what was written)',
  followers: (items) => `Its response answers these too: ${list(items)}`,
  inquiry: (id, division, due, waits) =>
    `Inquiry: ${id} (${division}, due ${datesEn.minute(due)})${waits ? '  not answered yet' : ''}`,
  responsesNone: 'Response: none yet',
  response: (number, author, minute, counts, forVersion) =>
    `Response, version ${number}${counts ? ' (the present one)' : ''}  ${author}  ${datesEn.minute(minute)}  to version ${forVersion} of the opinion`,
  checked: (by, minute) => `Checked by ${by}, ${datesEn.minute(minute)}`,
  uncheckedHint: (item, response) =>
    `Not checked yet: somebody other than its author does so with "queue check ${item} --response ${response}".`,
  outdatedHint: (item) =>
    `This draft is for the words before an edit, a split or a join. Write it anew, or where it still holds, use "queue respond ${item} --keep".`,
  note: (number, by, minute) => `Note ${number}  ${by}  ${datesEn.minute(minute)}`,
  history: 'History',
  event: (minute, who, what) => `- ${datesEn.minute(minute)}  ${who}  ${what}`,
  who: { member: 'member', guest: 'guest', bot: 'the bot' },
  goneItems: (items) => `Joined into others, or left out by an edit: ${list(items)}`,
  seen: (version) =>
    `Shown version: ${version} (with --seen ${version} a change is refused where somebody else has changed the item meanwhile)`,
  did: {
    filed: () => 'filed the opinion',
    'filed-on-behalf': () => 'filed the opinion on behalf',
    edited: (names) => `edited the opinion (version ${names[0]})`,
    withdrawn: () => 'withdrew the opinion',
    'member-asked': (names) => `asked the member back (question ${names[0]})`,
    replied: (names) => `replied to question ${names[0]}`,
    'item-split': (names) => `split the item${inBrackets(names)}`,
    'item-split-off': (names) => `split it off ${list(names)}`,
    'items-joined': (names) => `joined items into it${inBrackets(names)}`,
    'item-joined-into': (names) => `joined it into ${list(names)}`,
    'item-disposed': (names) =>
      names[0] === 'none' ? 'decided that no answer is needed' : 'decided that it is to be answered',
    'item-grouped': (names) => `decided to answer it together with ${list(names)}`,
    'item-leads': (names) => `decided that its response answers others too${inBrackets(names)}`,
    'item-freed': (names) => `${list(names)}, with which it was answered, is gone: undecided again`,
    'response-handed-on': (names) => `took over the response to ${list(names)}, which is gone`,
    'item-assigned': (names) => `named the divisions${inBrackets(names)}`,
    'item-due': (names) => (names.length === 0 ? 'took the due day away' : `set the due day${inBrackets(names)}`),
    'item-noted': (names) => `wrote note ${names[0]}`,
    'item-responded': (names) => `wrote version ${names[0]} of the response`,
    'draft-asked': () => 'asked a language model for a draft of a response',
    'response-checked': (names) => `checked version ${names[0]} of the response`,
    'inquiry-written': () => 'asked the division',
    'inquiry-taken': () => 'took a file of the division’s answers',
    'division-reminded': () => 'prepared a reminder to the division',
    'print-set': () => 'set the wording for print',
    'print-as-written': () => 'put the wording for print back to what was written',
    'proof-answered': (names) =>
      names[0] === 'agreed' ? 'agreed to the wording for print' : 'wants the wording for print corrected',
    'proof-shown-anew': () => 'was shown the wording for print anew, as it had changed',
    'erasure-requested': () => 'asked for its erasure',
    erased: () => 'erased the opinion',
  },

  split: (item, parts) => `${item} is now ${count(parts.length, 'item')}: ${list(parts)}.`,
  joined: (into, joined) => `${list(joined)}: joined into ${into}.`,
  letGo: {
    response: 'The draft was for the words as they were and is kept as such; it is to be checked anew.',
    printed: 'The wording for print was put back to what was written.',
    inquired: 'The division has been asked with the words as they were. Please tell it where needed.',
  },
  left: (items) => `The drafts of ${list(items)} stay in their own history (see "queue show").`,
  disposed: {
    answer: (items) => `To be answered: ${list(items)}.`,
    none: (items) => `No answer needed: ${list(items)}. The words are printed beside an empty cell.`,
  },
  grouped: (lead, items) => `${list(items)}: answered together with ${lead}. All of the words are printed as they are.`,
  recheck: (lead) => `The response to ${lead} answers more words now, so it is to be checked anew.`,
  assigned: (items, lead, others) =>
    `${list(items)}: the lead is ${lead}.${others.length === 0 ? '' : ` Others: ${list(others)}.`}`,
  moved: (items) => `${list(items)}: another division has been asked. Please tell it, and send a new inquiry.`,
  tableApplied: (call, items) =>
    items.length === 0
      ? `${call}: no item takes its division from the table.`
      : `${call}: ${count(items.length, 'item')} got their divisions from the table: ${list(items)}.`,
  tableMissing: (items) =>
    `The table names divisions for these that are not on the roster of that fiscal year, so they are left: ${list(items)}. Use "queue assign", or mend the table.`,
  tableNone: 'The table of divisions is empty. Use "queue table --project NUMBER --division NAME".',
  table: (number) => `Divisions by project (${number})`,
  tableLine: (project, lead, others) =>
    `- ${project}  lead: ${lead}${others.length === 0 ? '' : `  others: ${list(others)}`}`,
  charged: (project, lead, others) =>
    `In the table, the lead for ${project} is ${lead} now.${others.length === 0 ? '' : ` Others: ${list(others)}.`} What was chosen for an item by hand stays.`,
  dueSet: (items, day) =>
    day === null ? `${list(items)}: no due day any more.` : `${list(items)}: due on ${datesEn.fullDay(day)}.`,
  noted: (item, number) => `Note ${number} on ${item} is kept. Members are not shown it.`,
  responded: (item, number, kept) =>
    `Version ${number} of the response to ${item} is kept${kept ? ', with the words of the draft before' : ''}. Somebody else checks it with "queue check ${item} --response ${number}".`,
  checkDone: (item, number) => `Version ${number} of the response to ${item} is checked.`,

  refused: {
    'unknown-item': (item) => `There is no item ${item}. See "queue list" for the numbers.`,
    'which-item': (receipt, items) =>
      items.length === 0
        ? `${receipt} has no items. See "queue list" for the numbers.`
        : `${receipt} has ${items.length} items. Please name one of ${list(items)}.`,
    'no-items': (receipt) => `${receipt} has no items. See "opinion status ${receipt}".`,
    'item-gone': (item, into) =>
      into === null
        ? `The member left ${item} out in an edit. See "queue list" for the items as they are.`
        : `${item} was joined into ${into}. Please name ${into}.`,
    'item-withdrawn': (item) => `The opinion of ${item} was withdrawn, so nothing was changed.`,
    'item-shared': (item) =>
      `Members have been told the response to ${item}, so nothing was changed. What was shared today can be taken back with "release undo" first.`,
    'changed-meanwhile': (item) =>
      `${item} has changed since you saw it, so nothing was changed. See "queue show ${item}" for how it is now.`,
    meanwhile: 'This was done meanwhile:',
    'place-not-found': (place) =>
      `The words of --at number ${place} are not in this item. Please give them as they are written. Nothing was changed.`,
    'place-several': (place, times) =>
      `The words of --at number ${place} are in this item ${times} times. Please give more of them, so that one place is meant. Nothing was changed.`,
    'place-at-start': (place) =>
      `The words of --at number ${place} are where this item begins. Please give those with which a further part begins. Nothing was changed.`,
    'nothing-to-split': (item) =>
      `${item} has no headings or bullets to split it at. Give the words with which the next part begins with --at.`,
    'too-many-items': (item, most) =>
      `A receipt has ${most} items at most, so ${item} was not split. Please split it at fewer places.`,
    'one-item': 'Please name two items or more to join.',
    'not-adjacent': (items) =>
      `${list(items)} do not stand next to each other in one opinion. Neighbours can be joined; others can be answered together with "queue group".`,
    'has-followers': (item, followers) =>
      `The response to ${item} answers ${list(followers)} too. Please change their disposition first, with "queue dispose … --answer" for example.`,
    'with-itself': (item) => `That would answer ${item} together with itself. Please name another item.`,
    'other-call': (item, lead) =>
      `${item} and ${lead} are of different calls. Only items of one call are answered together.`,
    'lead-not-answered': (lead, other) =>
      other === null
        ? `${lead} needs no answer. Use "queue dispose ${lead} --answer" first, or name an item that is answered.`
        : `${lead} is answered together with ${other}. Please name ${other}.`,
    'unknown-division': (name, fiscalYear, known) =>
      known.length === 0
        ? `The roster has no divisions for fiscal year ${fiscalYear} yet. Bring them in with "roster import".`
        : `There is no division "${name}" on the roster of fiscal year ${fiscalYear}. There are: ${list(known)}`,
    'unknown-project': (project) => `No project of the record is meant by "${project}". Please check its number.`,
    'several-projects': (project, numbers) =>
      `Several projects are meant by "${project}": ${list(numbers.map((number) => `No.${number}`))}. Please give the number.`,
    'day-past': (day, offered) =>
      `${datesEn.fullDay(day)} has passed. The next working day is ${datesEn.fullDay(offered)} (${offered}). Please give a day to come.`,
    'not-answered': (item, lead) =>
      lead === null
        ? `${item} needs no answer. To answer it, use "queue dispose ${item} --answer" first.`
        : `${item} is answered together with ${lead}. Please write the response to ${lead}.`,
    'response-unchanged': (item) => `The response to ${item} says the same already, so no version was added.`,
    'no-response': (item) => `${item} has no response yet. Write one with "queue respond ${item} --text …".`,
    'own-response': (item) => `The present response to ${item} is your own. Please ask somebody else to check it.`,
    'response-outdated': (item) =>
      `The response to ${item} is for the words before an edit, a split or a join. Write it anew, or where it still holds, use "queue respond ${item} --keep", and check it then.`,
    'other-response': (item, number) =>
      `The present response to ${item} is version ${number}. Please read it with "queue show ${item}" and give --response ${number}.`,
    'already-checked': (item, by) => `${by} has checked the present response to ${item} already.`,
  },
}
