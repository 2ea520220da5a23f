package org.busbar.analyses.files;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Units as instruments spell them. */
final class UnitWord {

    private static final Map<String, String> EXACT =
            words("s s,ms ms,us us,min min,h h,d d,V V,mV mV,uV uV,A A,mA mA,uA uA,nA nA,kA kA,"
                    + "Ah A.h,mAh mA.h,uAh uA.h,A.h A.h,mA.h mA.h,uA.h uA.h,Wh W.h,mWh mW.h,W.h W.h,mW.h mW.h,"
                    + "Hz Hz,mHz mHz,kHz kHz,MHz MHz,Ohm Ohm,mOhm mOhm,kOhm kOhm,MOhm MOhm,uOhm uOhm,"
                    + "ohm Ohm,mohm mOhm,kohm kOhm,C Cel,Cel Cel,K K,deg deg,rad rad,1 1,W W,mW mW");

    private static final Map<String, String> ANY_CASE = words("sec s,secs s,second s,seconds s,msec ms,millisecond ms,"
            + "milliseconds ms,mins min,minute min,minutes min,hr h,hrs h,hour h,hours h,day d,days d,"
            + "volt V,volts V,millivolt mV,millivolts mV,amp A,amps A,ampere A,amperes A,milliamp mA,milliampere mA,"
            + "ah A.h,mah mA.h,amp-hr A.h,amp-hrs A.h,wh W.h,mwh mW.h,hz Hz,hertz Hz,khz kHz,"
            + "ohm Ohm,ohms Ohm,degc Cel,celsius Cel,kelvin K,degree deg,degrees deg,dimensionless 1");

    private UnitWord() {}

    /** The UCUM code of a unit as spelt in a file; empty if it is none. */
    static Optional<String> ucum(String spelt) {
        String word = ascii(spelt);
        if (word.contains(":mm:") || word.contains(":min:")) {
            return Optional.of(Heading.CLOCK);
        }
        String exact = EXACT.get(word);
        return Optional.ofNullable(exact != null ? exact : ANY_CASE.get(word.toLowerCase(Locale.ROOT)));
    }

    /** Micro and Ohm signs in letters; a degree sign, or what a wrong encoding made of it, is dropped. */
    private static String ascii(String spelt) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < spelt.length(); i++) {
            letters.append(ascii(spelt.charAt(i)));
        }
        return letters.toString();
    }

    private static String ascii(char c) {
        return switch (c) {
            case '\u00b5', '\u03bc' -> "u";
            case '\u03a9', '\u2126' -> "Ohm";
            default -> c > ' ' && c < 127 ? String.valueOf(c) : "";
        };
    }

    private static Map<String, String> words(String list) {
        Map<String, String> words = new HashMap<>();
        for (String pair : list.split(",", -1)) {
            int blank = pair.indexOf(' ');
            words.put(pair.substring(0, blank), pair.substring(blank + 1));
        }
        return Map.copyOf(words);
    }
}
