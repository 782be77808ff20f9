/** Which of the two colour schemes the window shows. */
import { createContext, useContext } from 'react';

export type Scheme = 'light' | 'dark';

export const SchemeContext = createContext<Scheme>('light');

export function useScheme(): Scheme {
  return useContext(SchemeContext);
}
