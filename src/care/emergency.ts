/** Numbers to give a person in danger. */
export function emergencyLines(_country: string) {
  return { suicide: '3114', emergency: '15', europe: '112' }
}
