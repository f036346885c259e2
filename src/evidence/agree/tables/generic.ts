/** Words that can stand for whatever was counted before: persons, machines, the others. */
export const generic = `
person: person people persons =man =men =woman =women member personne personnes gens =homme =hommes membre mensch menschen leute person personen mitglied человек людей люди лиц участник член адам кісі мүше resident inhabitant habitant жител einwohner migrant participant respondent респондент teilnehm demonstr manifestant
thing: =other =others =unit =units =item =items =piece =pieces object facilit vehicle machine aircraft plane offer offre bid candidat объект единиц штук машин судн самолёт самолет предмет bâtiment appareil véhicule autre fahrzeug maschine flugzeug objekt stück weitere andere нысан дана көлік
`
