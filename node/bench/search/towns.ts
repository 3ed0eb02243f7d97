/** A town of the benchmark: where it is, and how many of the shops it gets. */
export interface BenchTown {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Thousands of people, roughly. */
  readonly weight: number;
}

const table = `
Amsterdam 52.37 4.90 930
Rotterdam 51.92 4.48 670
Den-Haag 52.08 4.31 560
Utrecht 52.09 5.12 370
Eindhoven 51.44 5.47 245
Groningen 53.22 6.57 240
Tilburg 51.56 5.09 228
Almere 52.37 5.22 225
Breda 51.59 4.78 187
Nijmegen 51.84 5.86 184
Apeldoorn 52.21 5.97 168
Arnhem 51.98 5.91 167
Haarlem 52.38 4.64 165
Haarlemmermeer 52.30 4.69 163
Enschede 52.22 6.90 161
Amersfoort 52.16 5.39 160
Zaanstad 52.44 4.83 159
Den-Bosch 51.69 5.30 158
Zwolle 52.51 6.09 133
Leiden 52.16 4.49 127
Zoetermeer 52.06 4.49 127
Leeuwarden 53.20 5.79 127
Ede 52.04 5.67 123
Maastricht 50.85 5.69 123
Dordrecht 51.81 4.67 121
Alphen 52.13 4.66 115
Alkmaar 52.63 4.75 112
Delft 52.01 4.36 107
Emmen 52.78 6.90 108
Venlo 51.37 6.17 103
Deventer 52.25 6.16 102
Sittard 50.99 5.87 92
Hilversum 52.22 5.17 93
Amstelveen 52.31 4.86 94
Heerlen 50.89 5.98 87
Oss 51.77 5.52 95
Roosendaal 51.53 4.46 78
Purmerend 52.50 4.96 95
Schiedam 51.92 4.40 81
Lelystad 52.52 5.47 85
Vlaardingen 51.91 4.34 75
Almelo 52.36 6.66 74
Gouda 52.01 4.71 76
Assen 52.99 6.56 69
Hoorn 52.64 5.06 75
Bergen-op-Zoom 51.49 4.29 69
Veenendaal 52.03 5.56 69
Zeist 52.09 5.23 67
Hengelo 52.27 6.79 82
Hardenberg 52.58 6.62 63
Doetinchem 51.97 6.29 59
Roermond 51.19 5.99 60
Terneuzen 51.34 3.83 55
Middelburg 51.50 3.61 50
Vlissingen 51.44 3.57 45
Heerenveen 52.96 5.92 52
Sneek 53.03 5.66 34
Drachten 53.11 6.10 45
Harderwijk 52.34 5.62 49
Kampen 52.56 5.91 55
Meppel 52.70 6.19 35
Hoogeveen 52.72 6.48 56
Coevorden 52.66 6.74 36
Steenwijk 52.79 6.12 18
Winterswijk 51.97 6.72 29
Zutphen 52.14 6.20 48
Tiel 51.89 5.43 42
Culemborg 51.96 5.23 30
Weert 51.25 5.71 51
Helmond 51.48 5.66 95
Den-Helder 52.96 4.76 57
Texel 53.05 4.80 14
Zierikzee 51.65 3.92 11
Goes 51.50 3.89 39
Delfzijl 53.33 6.92 24
Stadskanaal 52.99 6.95 32
`;

/** Where people live in the Netherlands. */
export const benchTowns: readonly BenchTown[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', latitude, longitude, weight] = line.split(' ');
    return {
      name: name.replaceAll('-', ' '),
      latitude: Number(latitude),
      longitude: Number(longitude),
      weight: Number(weight),
    };
  });

/** A town that does not exist, with a tenth of all the shops. */
export const bigTown: BenchTown = { name: 'Waterveen', latitude: 52.4204, longitude: 6.0206, weight: 0 };
