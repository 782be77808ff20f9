/** How full a way for cables may be: the limits that all of them are held against. */
import { pathwayFills } from '../catalog/index.ts';

/** A ladder or trough may be filled to this share, which all pathways are held against (S46). */
export const FILL_MAX = Math.max(...pathwayFills.map(({ fillMax }) => fillMax));
/** What is advised for the first day, so that there is room for more (S47). */
export const FILL_FIRST_DAY = Math.min(...pathwayFills.map(({ fillMax }) => fillMax));
