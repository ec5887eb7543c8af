package org.routerlab.encoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class EncoderSpecTest {

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void aNameAloneIsAShippedEncoder() throws JsonProcessingException {
    assertThat(parse("'hashing'")).isEqualTo(EncoderSpec.named("hashing"));
    assertThat(parse("{'name':'hashing'}")).isEqualTo(EncoderSpec.named("hashing"));
    assertThat(parse("{'name':'e5-small-v2','maxLength':128}"))
        .isEqualTo(new EncoderSpec.Named("e5-small-v2", 128));
  }

  @Test
  void anOnnxFolderHasDefaultsForAllButPathAndPooling() throws JsonProcessingException {
    assertThat(parse("{'name':'m','onnx':{'path':'p','pooling':'cls'}}"))
        .isEqualTo(
            new EncoderSpec.Onnx("m", new OnnxFolder("p", Pooling.CLS, "", 256, true, "fp32")));
    assertThat(
            parse(
                "{'name':'m','onnx':{'path':'p','pooling':'mean','prefix':'q: ','maxLength':12,"
                    + "'normalise':false,'precision':'int8'}}"))
        .isEqualTo(
            new EncoderSpec.Onnx("m", new OnnxFolder("p", Pooling.MEAN, "q: ", 12, false, "int8")));
  }

  @Test
  void anEndpointHasDefaultsForAllButUrlAndModel() throws JsonProcessingException {
    assertThat(parse("{'name':'m','http':{'url':'http://h','model':'x'}}"))
        .isEqualTo(new EncoderSpec.Http("m", HttpEndpoint.of("http://h", "x")));
    assertThat(
            parse(
                "{'name':'m','http':{'url':'http://h','model':'x','keyEnv':'K','prefix':'q',"
                    + "'batchSize':3,'timeoutSeconds':4,'dimension':5,'sendDimension':true,"
                    + "'normalise':false}}"))
        .isEqualTo(
            new EncoderSpec.Http(
                "m", new HttpEndpoint("http://h", "x", "K", "q", 3, 4, 5, true, false)));
  }

  @Test
  void whatIsWrittenReadsBackTheSame() throws JsonProcessingException {
    for (String text :
        new String[] {
          "{'name':'hashing'}",
          "{'name':'m','onnx':{'path':'p','pooling':'cls'}}",
          "{'name':'m','http':{'url':'http://h','model':'x','dimension':5}}"
        }) {
      EncoderSpec spec = parse(text);
      assertThat(json.readValue(json.writeValueAsString(spec), EncoderSpec.class)).isEqualTo(spec);
    }
  }

  @Test
  void unknownKeysAndMissingOnesAreErrors() {
    assertRefused("{'name':'hashing','maxLenght':3}", "maxLenght");
    assertRefused("{'name':'m','onnx':{'path':'p'}}", "onnx.pooling must be given");
    assertRefused("{'name':'m','onnx':{'path':'p','pooling':'max'}}", "max");
    assertRefused("{'name':'m','http':{'model':'p'}}", "http.url must be given");
    assertRefused("{'http':{'url':'http://h','model':'x'}}", "must have a name");
    assertRefused("{'maxLength':3}", "must have a name");
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> parse(text)).hasMessageContaining(message);
  }

  private EncoderSpec parse(String text) throws JsonProcessingException {
    return json.readValue(text.replace('\'', '"'), EncoderSpec.class);
  }
}
