/** What compounds of shop talk are made of, in the singular; any of them may stand in front or at the end. */
const nouns = `
  aarde accu afval alarm anker appel apparaat arm atelier auto avond baby bad badkamer bagage bak bal balkon ballon balpen band bank bar batterij beha bed been
  behang beker bel benzine berg beugel bezem bidon bier bij blad blik bloem blok blouse boek boer boerderij bol bond bont boodschap boom boon boor boot bord
  borrel borst borstel bos bot boter bouw box braad brand bril brief broek brok brood brug bruid buggy buik buis buiten bureau bus buurt cadeau cake camera
  cartridge caravan carnaval champagne chip chocolade citroen computer controle creme dag dak dal dame deeg deksel deken deo deur dier dieet doek dop doos dop douche draad
  drank drop drogist druif duif duim eend ei eiland emmer engel etiket etui fauteuil feest fiets figuur film filter fles fluit folie fohn foto fruit garen garnaal gas gast gebak
  geit geld geluid gereedschap geschenk geur gezicht gitaar glas goed goot gordijn goud graan gras grill groente grond haak haar haard hak ham hamer hand handel
  handdoek handschoen hanger haring hark hart hemd hengel herfst hoed hoek hoes hond honing hoofd hooi horloge hout huid huis hut iglo ijs inkt instrument
  jaar jam jas jeans jeugd jurk kaars kaart kaas kabel kachel kalender kalf kam kamer kan kanarie kant kantoor kap kapsel karton kast kat keel kelder kerk kern kers kerst ketel
  ketting keuken kind kip kist klei klem kleding kleed kleur klok klomp knie knijper knoop knop knoflook koek koekje koelkast koffer koffie kok kom konijn kool kop koord korst kostuum kraag kraan krans krant kratten krat krijt
  kruid kruk krul kuiken kunst kussen kwast laars lade ladder lak laken lam lamp land lap laptop laser lat led leer lens lepel les letter licht lijm lijn lijst likeur
  lint lip loop lood luier lucht maag maand maat machine maker mand mantel map markt mat matras meel meisje melk mens mes meter meubel middel mixer mode moer molen mond motor mout mouw muis mug
  munt muts muur muziek naai naald naam nacht nagel nek nest net neus noot notitie oester oefen olie onderdeel ontbijt oog oor oven paal paard pad pak pakket pan paneel pannenkoek pantoffel papier paprika
  paraplu parfum park pasen pasta patroon peer pen penseel peper perk pers peul pil pin pindakaas pinda pizza plaat plaid plafond plank plant plastic pleister ploeg poeder poes polo pomp pompoen pop poort poot
  portemonnee post poster pot potlood prei printer pruik pruim pudding punt puzzel pyjama raam rail rasp reep regen reis reparatie restaurant rek riem ring rijst riet rits robot roer rok rol rolgordijn rookworst room roos
  rooster rug rugzak rundvlees rund saus sap salade sandaal schaal schaaf schaap schaar schaats schakelaar scharnier scheer scherm schep schep schijf schild schilderij schoen school schort schotel schouder schroef schrift schuim
  schuur scooter servet service set shampoo shirt sieraad sigaar sjaal sla slaap slab slager slang slee sleutel slof slot slinger smeer sneeuw snoei snoek snoep snoer soep sok spaak speelgoed spel speld spiegel spijker sport spray
  spuit staal stad stal stam steen stekker stemming step ster stift stoel stof stok stop stoom stoomboot strand streek strijk stro stroom stroop stuk stuur suiker taart tafel tak takel tand tandarts tang tank tapijt tas tasje teen teil telefoon televisie tennis tent
  terras thee thermometer thermos tijd tijdschrift tochtstrip toets toilet tol tomaat toner tong toren touw trap trein trekker trommel trui tuin tule tulp tv ui uil uniform vaas vaat vak vakantie varken vat veer veld
  ventilator verband verf verlichting vet vijver vilt vis vlag vlees vlieg vloer voedsel voer voet vogel vogelhuis voorraad vork vorm vouw vracht vrucht vuil vuur wafel wagen wand wanten want was wastafel water watt wax weegschaal week wekker wereld werk wesp
  wiel wijn wijk wildernis winkel winter wol wolk worst wortel wrap yoghurt zaad zaag zaak zadel zak zalf zand zeem zeep zeil zeis zilver zolder zomer zon zool zout zuivel zuur zwaard
  helm heer jongen dame racket vlaai stol balsem beits concert theater poncho pistool klink kit gerecht product winkelwagen scherm jack trainer zitting koord klem steun wiel velg spatbord kettingkast pedaal stang
  specialist zaakje bakker bakkerij markering bescherming houder opener droger koker maaier blazer snijder wasser zuiger schraper slijper standaard lader oplader adapter pasje pas lezer
  hoesje reiniger verfrisser verwarmer verwarming versnelling koeler klopper pers trap stopcontact dispenser wisser sproeier strooier verdelger boiler rooster tondeuse plug bit bout moersleutel
  leesboek avondjurk ondergoed beddengoed badpak bikini legging panty hemdje babypop knuffel beer lego blokken auto trein baan puzzel verhaal roman gids atlas woordenboek agenda album envelop postzegel plakband nietmachine perforator rekenmachine
  creme gel lotion masker olie spoeling conditioner verf stift poeder mascara zeep tandpasta borstel floss zalf hoest druppel siroop tablet capsule vitamine
  mest hert speculaas vaccinatie vest knoop beslag kozijn verhuizing nieuwjaar voorstelling cursus keuring controle kraam
  worst pate kroket gehakt filet biefstuk karbonade zalm tonijn haring makreel mossel kabeljauw
  yoghurt kwark vla roomijs eieren mayonaise ketchup mosterd azijn macaroni spaghetti noedel couscous linzen erwt spinazie andijvie broccoli bloemkool komkommer aardappel friet chips nootje rozijn dadel vijg mango banaan sinaasappel mandarijn aardbei framboos braam bes perzik meloen`;

/** Verbs and adjectives that only stand in front: `kookboek`, `wandelschoen`. */
const fronts = `kook slaap wandel hardloop loop zwem lees brei naai schilder teken speel werk eet drink schrijf poets scheer plak knutsel haak borduur klap vouw hang
  zit sta schuif draai schommel snij rasp meng klop frituur gourmet fondue barbecue stoom droog koel vries verwarm bescherm reserve onder boven binnen
  buiten klein groot mini maxi elektro elektrisch rood wit zwart groen blauw bruin roggen tarwe volkoren spelt haver afwas body schaak dobbel dam krui vuilnis zuurdesem krenten
  sint pasen winter zomer herfst lente keer voetbal tennis hockey volleybal ren race mountain vouw bak rook leg voor achter
  schil blaren stanley steel braad laad opberg nieuwjaars bestel speculaas
  zaklantaarn hoofd nood wegwerp was vaat stof ontkalk glas schoon kaal spaar thuis noot puur vol mager extra`;

/** Words that look like a compound, and are something else than their last part says. */
const wholes = `handschoen paddenstoel aardappel sinaasappel oorbel pannenkoek tandpasta lippenstift pindakaas oliebol boterham armband verband speelgoed ondergoed beddengoed potlood
  komkommer bloemkool aardbei weegschaal rekenmachine nietmachine handdoek tandarts muziek pannenkoek koelkast voetbal kunstmest zonnebloem sneeuwklok vingerhoed kerstman
  rolgordijn wastafel pantoffel boerenkool knoflook ijsberg citroengras zakdoek theelicht schoorsteen hoofdstad postcode strippenkaart muismat toetsenbord broodje frambozen
  stopcontact vogelverschrikker paardenbloem zeepaard kapstok waterpas wasbeer appelflap postzegel tijdschrift bouwmarkt boerderij waterkoker stofzuiger badkamer
  kattebel hartenjager duimstok warenhuis bedrijf gereedschap boodschap bakker bakkerij winkelier kanarie bandrecorder oorring eiland tapijt restaurant reparatie partij kompas bestand paspoort volwassen kantoor
  koptelefoon hoofdtelefoon kunststof balpen spatbord markering uitvoering thermometer workshop`;

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const compoundNouns: ReadonlySet<string> = wordsOf(nouns);
export const compoundFronts: ReadonlySet<string> = wordsOf(fronts);
export const wholeWords: ReadonlySet<string> = wordsOf(wholes);

/** Nouns whose compounds are of their kind, so surely that the word in front need not be known: `speltbrood`. */
export const openHeads: ReadonlySet<string> = wordsOf(
  `brood schoen winkel stoel fiets lamp kaas pomp boek broek tafel kast doos zeep soep melk vlees worst saus taart koek snoep bier wijn zaad plant bloem verf kwast tang
  hamer sleutel schroef machine puzzel creme shampoo olie papier karton kussen deken gordijn tapijt spiegel lijst kaars fles beker glas bord mand emmer borstel spons doek
  handschoen laars sandaal slipper jurk shirt hemd trui mantel horloge ketting armband tasje koffer rugzak paraplu voer riem ladder kabel stekker batterij lader printer camera telefoon
  televisie apparaat oven koelkast magnetron filter vijver slang gereedschap zaag schaaf boormachine spijker restaurant handel zaak salon automaat reparatie verhuur specialist vaas ballon slinger servet
  pan mes jas tas pleister slot kluis muts sjaal beits schaar boor bril concert cursus vaccinatie puzzelboek vest
  blauw rood groen geel bruin grijs zwart paars
  kostuum masker pruik puree salade sap limonade water thee koffie siroop honing chocolade wafel noot bonbon groente fruit folie`,
);

/** Heads that say how much or how many, not what it is: a `schroevendraaierset` is found as what it is a set of. */
export const countingHeads: ReadonlySet<string> = wordsOf('set pakket assortiment');

const shopWords: ReadonlySet<string> = wordsOf('winkel zaak handel boer maker huis markt');

/** Whether the last part of a compound says that it is a shop, of what stands before it. */
export const isShopWord = (stem: string): boolean => shopWords.has(stem);
