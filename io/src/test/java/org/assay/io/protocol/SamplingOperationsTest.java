package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One request of each kind, and what bad requests are told. Numbers are tested where they are
 * computed.
 */
class SamplingOperationsTest {
  private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+(E-?\\d+)?");

  private final Protocol protocol = new Protocol();

  private String answer(String op, String rest) {
    String response = protocol.answer("{\"op\":\"" + op + "\"," + rest.replace('\'', '"') + "}", 1);
    return response.substring(response.indexOf(op) + op.length() + 2).replace('"', '\'');
  }

  // The last digits of a double may differ between Java versions.
  private static String rounded(String json) {
    return DECIMAL
        .matcher(json)
        .replaceAll(
            m ->
                new BigDecimal(m.group())
                    .round(new MathContext(10))
                    .stripTrailingZeros()
                    .toPlainString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "interval | 'input':{'errors':0,'checked':59},'params':{'sides':'upper'} | 'result':{'estimate':0.0,'lower':0.0,'upper':0.04950760988822692}",
        "interval | 'input':{'errors':1,'checked':20,'populationSize':100},'params':{'method':'hypergeometric'} | 'result':{'estimate':0.05,'lower':0.01,'upper':0.22,'lowerCount':1,'upperCount':22}",
        "distribution | 'params':{'name':'binomial','n':2,'p':0.5,'function':'pmf','at':2} | 'result':{'value':0.25}",
        "distribution | 'params':{'name':'binomial','n':2,'p':0.5,'function':'logPmf','at':3} | 'result':{'value':null}",
        "plan | 'params':{'design':'zeroAcceptance','unacceptable':0.5,'consumerRisk':0.25} | 'result':{'sampleSizes':[2],'acceptanceNumbers':[0],'rejectionNumbers':[1],'achievedConsumerRisk':0.25,'maximum':2,'curve':[]}",
        "operatingCharacteristic | 'params':{'sampleSizes':[2],'acceptanceNumbers':[0],'rates':[0.5]} | 'result':{'curve':[{'rate':0.5,'accept':0.25,'averageSampleNumber':2.0,'q95':2,'averageOutgoing':0.125}]}",
        "standardPlan | 'params':{'lotSize':1000,'aql':0.65,'type':'multiple','inspection':'tightened'} | 'result':{'codeLetter':'J','sampleSizes':[32,32,32,32,32,32,32],'acceptanceNumbers':[null,null,0,0,1,1,2],'rejectionNumbers':[2,2,2,3,3,3,3]}",
        "sampleSize | 'params':{'for':'bound','atMost':0.5,'confidence':0.75} | 'result':{'n':2,'achieved':0.5}"
      })
  void answers(String op, String request, String expected) {
    assertEquals(rounded(expected + "}"), rounded(answer(op, request)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "interval | 'input':{'errors':1,'checked':10},'params':{'confidence':95.0} | 'field':'params.confidence','message':'confidence must be in (0, 1), got 95.0'",
        "interval | 'input':{'errors':11,'checked':10} | 'field':'input.errors','message':'errors must be in [0, 10], got 11'",
        "interval | 'input':{'errors':1,'checked':10,'populationSize':50} | 'field':'input.populationSize','message':'populationSize is for method hypergeometric only'",
        "distribution | 'params':{'name':'poisson','function':'cdf','at':1} | 'field':'params.mean','message':'mean must be given'",
        "plan | 'params':{'design':'single','distribution':'hypergeometric','acceptable':0.01} | 'field':'params.lotSize','message':'lotSize must be given'",
        "plan | 'params':{'design':'single','acceptableCount':1,'unacceptable':0.1} | 'field':'params.acceptableCount','message':'acceptableCount is for distribution hypergeometric only'",
        "operatingCharacteristic | 'params':{'sampleSizes':[5],'acceptanceNumbers':[0,1],'rates':[]} | 'field':'params.acceptanceNumbers','message':'acceptanceNumbers must have one number a stage (1), got 2'",
        "standardPlan | 'params':{'lotSize':100,'aql':1.0,'level':'IV'} | 'field':'params.level','message':'level must be one of [I, II, III, S-1, S-2, S-3, S-4], got \\'IV\\''",
        "sampleSize | 'params':{'for':'kappa','kappa0':0.4,'kappa1':0.6,'marginals':0.3} | 'field':'params.marginals','message':'marginals must be a list of numbers, or one such list per rater, got 0.3'",
        "sampleSize | 'params':{'for':'kappa','method':'delta','kappa0':0.4,'kappa1':0.6,'marginals':[[0.5,0.5],[0.2,0.3,0.5]]} | 'field':'params.marginals','message':'marginals must have as many grades for both raters, got 2 and 3'"
      })
  void refuses(String op, String request, String expected) {
    assertEquals("'error':{" + expected, answer(op, request).split(",'kind'", 2)[0]);
  }
}
