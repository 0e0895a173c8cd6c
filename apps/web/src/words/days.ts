const MS_A_DAY = 86_400_000;

/** Days from one day to another; negative when the second is earlier. An instant counts as the day that it begins with. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / MS_A_DAY);
}
