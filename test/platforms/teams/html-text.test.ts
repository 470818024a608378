import { expect, it } from 'vitest'
import { htmlText } from '../../../src/platforms/teams/said-text.ts'

it.each([
  ['a paragraph each on a line of its own', '<p>一行目&nbsp;</p><p>二行目<br>三行目</p>', '一行目\n二行目\n三行目'],
  ['signs as they were typed', '<div>a &lt;b&gt; &amp; &quot;c&quot; it&#39;s</div>', 'a <b> & "c" it\'s'],
  [
    'people by the names that stand there',
    '<div><at id="0">佐藤</at>さん、<b>急ぎます</b></div>',
    '佐藤さん、急ぎます',
  ],
  ['emoji as characters', '<p>賛成です<emoji id="1F44D" alt="👍" title="like"></emoji></p>', '賛成です👍'],
  [
    'nothing of what is quoted',
    '<blockquote itemtype="http://schema.skype.com/Reply"><b>鈴木</b><p>秘密</p></blockquote><p>私も</p>',
    '私も',
  ],
  ['nothing of a quote in a quote', '<blockquote>外<blockquote>内</blockquote>外</blockquote>私も', '私も'],
  ['nothing of a quote without an end', '私も<blockquote>秘密', '私も'],
])('reads %s', (_, html, text) => {
  expect(htmlText(html)).toBe(text)
})

it.each(['<', '<blockquote', '<emoji alt="', '&', '<br', ' \n', '</'])('reads a message full of %j at once', (sign) => {
  const start = performance.now()

  htmlText(sign.repeat(100_000 / sign.length))

  expect(performance.now() - start).toBeLessThan(1000)
})
