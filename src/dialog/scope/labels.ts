/** Names whose value is the id of a text: the renderer says that text of that flow in their place. */
export const labels = {
  opening: { flow: 'human-coming', text: 'opening' },
  code_to: { flow: 'identify', text: 'contact_on_file' },
  code_sent_to: { flow: 'identify', text: 'contact_on_file' },
} as const
