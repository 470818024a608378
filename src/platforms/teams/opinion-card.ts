import type { Fault, Values } from '../../conversation/desk-dialog.ts'
import { type OpinionStart, startOpinion } from '../../conversation/opinion-start.ts'
import { texts } from '../../conversation/reply.ts'
import type { Scene } from '../../conversation/scene.ts'
import { sayIn } from '../../conversation/view.ts'
import { type Dialog, dialogCard } from './dialog-card.ts'
import { fieldElements } from './field-elements.ts'
import { formData, type OpinionFormData } from './form-data.ts'
import { opinionFields } from './opinion-fields.ts'

/** What an opinion's form is shown with: `notes` above it, what was entered before, and what is wrong with that. */
type Filling = { readonly notes?: readonly string[]; readonly entered?: Values; readonly faults?: readonly Fault[] }

/** The form of an opinion; undefined where its text has no room in it. */
export async function opinionCard(
  start: OpinionStart,
  scene: Scene,
  { notes = [], ...filling }: Filling = {},
): Promise<Dialog | undefined> {
  const { draft, members } = start
  if (draft.none) return undefined
  const edits = draft.edits?.receipt
  return await fill(start, scene, notes, filling, {
    ...{ name: 'opinion', draft: draft.id },
    ...(edits === undefined ? {} : { edits }),
    ...(members === null ? {} : { behalf: true }),
  })
}

/** The same form once more as it was filled in, with what is wrong. */
export async function opinionCardAgain(
  form: OpinionFormData,
  scene: Scene,
  filling: Required<Omit<Filling, 'notes'>>,
): Promise<Dialog | undefined> {
  const { draft, edits } = form
  const wish = edits === undefined ? {} : { edits }
  const start = (await startOpinion(scene, wish, draft)) ?? (await startOpinion(scene, {}, draft))
  return start && (await fill(start, scene, [], filling, form))
}

async function fill(
  start: OpinionStart,
  scene: Scene,
  notes: readonly string[],
  filling: Omit<Filling, 'notes'>,
  form: OpinionFormData,
): Promise<Dialog | undefined> {
  const { language } = scene.actor
  const { opinion: say } = sayIn({ language }).forms
  const { dialog, whole } = dialogCard(
    { blocks: texts(...notes) },
    {
      title: form.edits === undefined ? say.title : say.editTitle(form.edits),
      language,
      inputs: fieldElements(await opinionFields(start, scene), language, filling),
      submit: { title: say.next, data: formData(form) },
    },
  )
  return whole ? dialog : undefined
}
