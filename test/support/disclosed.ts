import { prompts, testKey } from './language-model.ts'

/** Values of settings that nobody is to read; they are this process's own, so that there is something to disclose. */
const secretSettings = {
  OPENAI_API_KEY: testKey,
  SLACK_BOT_TOKEN: 'xoxb-geheim-token',
  SMTP_URL: 'smtp://user:geheim-wort@127.0.0.1:25',
} as const
Object.assign(process.env, secretSettings)

/** Letters of a sentence by which it is known: fewer are words of any text. */
const telling = { ja: 28, en: 40 }
const sentences = [
  ...new Set(
    Object.values(prompts)
      .flatMap((languages) => Object.values(languages))
      .flatMap(({ instructions, language }) =>
        instructions
          .split(/[。\n]|\.\s/u)
          .map(bare)
          .filter((sentence) => sentence.length >= telling[language]),
      ),
  ),
]

/** What of the prompts and the secrets stands in a text. */
export function disclosedIn(text: string): readonly string[] {
  const said = bare(text)
  return [
    ...Object.values(secretSettings).filter((secret) => text.includes(secret)),
    ...sentences.filter((sentence) => said.includes(sentence)),
  ]
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .toLowerCase()
}
