import type { explainJa } from './explain-ja.ts'

/** The same in English. */
export const explainEn: typeof explainJa = {
  byModel: "A language model helped to find the passages. The record's words stand as they are in the source.",
  pointedLead: 'These passages may be what you ask for:',
  readAs: (words) =>
    `Your question is read as being about ${words.map((word) => `「${word}」`).join(', ')}. If it is about something else, please ask in words of the record or by a project's number.`,
  lead: (id, day) => `Answer number: ${id} (${day})`,
  byRules:
    'This answer was found by comparing numbers, names, ratings and words alone; nothing that a language model said is in it.',
  notHeeded:
    'A language model was asked too, but this answer was found by comparing numbers, names, ratings and words alone.',
  understood: 'A language model helped to read what the question is about.',
  pointed: 'A language model helped to pick out the passages.',
  withdrawn: 'With the help of a language model, no passage was found that answers the question.',
  fromRecord: 'All words that are quoted were copied from the record; none was written by a language model.',
  passages: (sources) => `Passages shown: ${sources.join(', ')}`,
  noPassages: 'Passages shown: none',
  elsewhere: (count) => `${count} more ${count === 1 ? 'is' : 'are'} not in the record that you can see now.`,
  record: (version) => `Version of the record: ${version} (the one of now)`,
  oldRecord: (version, now) => `Version of the record: ${version} (now it is ${now})`,
  call: (what, model, prompt, settings) =>
    `Language model (${what}): ${[model, `prompt ${prompt}`, ...(settings === '' ? [] : [settings])].join(', ')}`,
  job: { understand: 'reading', point: 'picking out', translate: 'translation', assist: 'draft response' },
  prompt: (id, version, language) => `${id} version ${version} (${language === 'ja' ? 'Japanese' : 'English'})`,
  setting: (name, value) => `${name} ${value}`,
  noneYet: 'There is no answer to show this for yet. Please ask a question first.',
  notKept: (days) =>
    `There is no answer of that number. How an answer was made is kept for ${days} days. Please check the number (such as A-7K2M-9QXT).`,
}
