import type { Block } from './block-schemas.ts'
import type { AnyElement } from './element-schemas.ts'

export type Surface = 'message' | 'modal' | 'home'
type BlockFault = { readonly path: (string | number)[]; readonly message: string }

/** The elements of a block that a person can work with. */
export function elementsOf(block: Block): readonly AnyElement[] {
  switch (block.type) {
    case 'actions':
      return block.elements
    case 'input':
      return [block.element]
    case 'section':
      return block.accessory === undefined ? [] : [block.accessory]
    case 'header':
    case 'context':
    case 'divider':
    case 'rich_text':
      return []
  }
}

/** What Slack refuses in blocks though each of them has the right shape. */
export function blockFaults(list: readonly Block[], surface: Surface): readonly BlockFault[] {
  const faults: BlockFault[] = []
  const taken = new Set<string>()
  let focused = 0
  for (const [at, block] of list.entries()) {
    const say = (message: string) => faults.push({ path: [at], message })
    if (block.block_id !== undefined) {
      if (taken.has(block.block_id)) say(`block_id ${block.block_id} is there twice`)
      taken.add(block.block_id)
    }
    if (block.type === 'section' && block.text === undefined && block.fields === undefined)
      say('a section needs text or fields')
    const actionIds = elementsOf(block).flatMap((one) => one.action_id ?? [])
    if (new Set(actionIds).size < actionIds.length) say('an action_id is there twice in one block')
    for (const element of elementsOf(block)) {
      if ('focus_on_load' in element && element.focus_on_load === true) focused += 1
      for (const message of elementFaults(element, surface)) say(message)
    }
  }
  if (focused > 1) faults.push({ path: [], message: 'more than one element has focus_on_load' })
  return faults
}

/** Every option that a select offers, from its list or its groups. */
export function optionsOf(element: AnyElement): readonly { text: { text: string }; value: string }[] {
  if ('option_groups' in element && element.option_groups !== undefined)
    return element.option_groups.flatMap(({ options }) => options)
  return 'options' in element && element.options !== undefined ? element.options : []
}

function elementFaults(element: AnyElement, surface: Surface): string[] {
  const faults: string[] = []
  if (element.type === 'file_input' && surface !== 'modal') faults.push('a file_input stands only in a modal')
  if (element.type === 'plain_text_input') {
    const { initial_value: value = '', min_length: min = 0, max_length: max = 3000 } = element
    if (min > max) faults.push('min_length is more than max_length')
    if (value.length > max) faults.push('initial_value is longer than max_length')
  }
  if (element.type === 'static_select' || element.type === 'multi_static_select') {
    if ((element.options === undefined) === (element.option_groups === undefined))
      faults.push('a static select needs options or option_groups, not both')
  }
  const offered = optionsOf(element)
  const values = offered.map(({ value }) => value)
  if (new Set(values).size < values.length) faults.push('two options have the same value')
  if (offered.length > 0) {
    const chosen = [
      ...('initial_option' in element && element.initial_option !== undefined ? [element.initial_option] : []),
      ...('initial_options' in element && element.initial_options !== undefined ? element.initial_options : []),
    ]
    for (const one of chosen) {
      const twin = offered.find(({ value }) => value === one.value)
      if (twin === undefined || twin.text.text !== one.text.text)
        faults.push(`the initial option ${one.value} is not one of the options`)
    }
  }
  return faults
}
