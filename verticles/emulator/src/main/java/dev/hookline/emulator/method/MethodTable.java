package dev.hookline.emulator.method;

import dev.hookline.emulator.call.Method;
import dev.hookline.emulator.stage.Stage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods that are emulated, found by name in any letter case. */
public final class MethodTable {

  private final Map<String, Method> methods = new LinkedHashMap<>();

  public MethodTable(Stage stage) {
    Lookup lookup = new Lookup(stage);
    new BotMethods(stage).addTo(this);
    new UpdateMethods(stage).addTo(this);
    new ChatMethods(stage, lookup).addTo(this);
    new TopicMethods(stage, lookup).addTo(this);
    new GeneralTopicMethods(stage, lookup).addTo(this);
    new SendMethods(stage, lookup).addTo(this);
    new MediaMethods(stage, lookup).addTo(this);
    new EditMethods(stage, lookup).addTo(this);
    new MessageMethods(stage, lookup).addTo(this);
    new CallbackMethods(stage).addTo(this);
    new FileMethods(stage).addTo(this);
  }

  public Optional<Method> find(String name) {
    return Optional.ofNullable(methods.get(name.toLowerCase(Locale.ROOT)));
  }

  public Collection<Method> all() {
    return methods.values();
  }

  void add(String name, Method.Check check, String... parameters) {
    methods.put(name.toLowerCase(Locale.ROOT), new Method(name, Set.of(parameters), check));
  }
}
