const pairs =
  'al alabama,ak alaska,az arizona,ar arkansas,ca california,co colorado,ct connecticut,de delaware,fl florida,ga georgia,hi hawaii,id idaho,il illinois,in indiana,ia iowa,ks kansas,ky kentucky,la louisiana,me maine,md maryland,ma massachusetts,mi michigan,mn minnesota,ms mississippi,mo missouri,mt montana,ne nebraska,nv nevada,nh new hampshire,nj new jersey,nm new mexico,ny new york,nc north carolina,nd north dakota,oh ohio,ok oklahoma,or oregon,pa pennsylvania,ri rhode island,sc south carolina,sd south dakota,tn tennessee,tx texas,ut utah,vt vermont,va virginia,wa washington,wv west virginia,wi wisconsin,wy wyoming,on ontario,bc british columbia,ab alberta,qc quebec,ns nova scotia,mb manitoba,sk saskatchewan';

/** States and provinces of the US and Canada, by name and by postal abbreviation, each with its other spelling. */
export const states: ReadonlyMap<string, readonly string[]> = new Map(
  pairs.split(',').flatMap((pair): [string, readonly string[]][] => {
    const [short = '', ...name] = pair.split(' ');
    const long = name.join(' ');
    return [
      [short, name],
      [long, [short]],
    ];
  }),
);

/** Cities and countries that, after a name, put it elsewhere. */
export const cities: ReadonlySet<string> = new Set(
  'los angeles,chicago,houston,phoenix,philadelphia,san antonio,san diego,dallas,austin,san jose,jacksonville,fort worth,columbus,charlotte,indianapolis,san francisco,seattle,denver,nashville,oklahoma city,boston,el paso,portland,las vegas,memphis,detroit,baltimore,milwaukee,albuquerque,tucson,fresno,sacramento,kansas city,atlanta,omaha,raleigh,miami,minneapolis,duluth,tulsa,tampa,new orleans,cleveland,honolulu,orlando,st louis,pittsburgh,cincinnati,anchorage,toledo,buffalo,spokane,boise,richmond,des moines,salt lake,grand rapids,tallahassee,knoxville,providence,sioux falls,toronto,vancouver,montreal,calgary,ottawa,london,manchester,birmingham,dublin,sydney,melbourne,auckland,england,scotland,wales,ireland,australia,canada,zealand,india,nigeria,ghana,kenya,germany,france,spain'.split(
    ',',
  ),
);

/** What follows a name when another kind of business bears it. */
export const otherTrades: ReadonlySet<string> = new Set(
  'dental dentistry dentist orthodontics restaurant diner cafe church campground campgrounds camp resort cabin cabins holiday vacation vacations reunion picnic getaway weekend photos home homes house inn hotel motel lodge rv park pool beach veterinary vet animal pharmacy eyecare optometry chiropractic law realty storage fitness gym golf bowling pizza bakery farm farms winery marina'.split(
    ' ',
  ),
);
