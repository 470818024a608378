const mark = 'none:'

/** Stands in a notice for the place of a member who has no address yet: no platform knows it, and it is mended once he has one. */
export function noPlace(member: string): string {
  return `${mark}${member}`
}

/** The member for whom a place only stands; undefined where it is a real one. */
export function findPlaceless(place: string): string | undefined {
  return place.startsWith(mark) ? place.slice(mark.length) : undefined
}
