import { counting } from "../counting.ts";

export const { count, counted, list } = counting("es");
