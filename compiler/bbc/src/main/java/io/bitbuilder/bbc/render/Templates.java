package io.bitbuilder.bbc.render;

import io.bitbuilder.core.fault.InternalFault;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;
import org.apache.velocity.util.introspection.SecureUberspector;

/**
 * The templates of {@code stdlib/templates}, from the class path only, parsed once. Strict: a name that the context
 * does not hold is an error and not a line with a dollar sign. Templates reach no class loader and no method of the
 * views' objects but their getters; text is never evaluated.
 */
final class Templates {
    private static final String FOLDER = "stdlib/templates/";
    private static final String MAX_LOOPS = "100000";

    private final VelocityEngine engine;
    private final Map<String, Template> parsed = new ConcurrentHashMap<>();

    Templates() {
        Properties settings = new Properties();
        settings.setProperty(RuntimeConstants.RESOURCE_LOADERS, "class");
        settings.setProperty("resource.loader.class.class", ClasspathResourceLoader.class.getName());
        settings.setProperty("resource.loader.class.cache", "true");
        settings.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, SecureUberspector.class.getName());
        settings.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, "true");
        settings.setProperty(RuntimeConstants.MAX_NUMBER_LOOPS, MAX_LOOPS);
        settings.setProperty(RuntimeConstants.INPUT_ENCODING, "UTF-8");
        settings.setProperty(RuntimeConstants.VM_LIBRARY, "");
        this.engine = new VelocityEngine(settings);
    }

    /** The text that a template makes of a context. */
    String merge(String name, Map<String, Object> context) {
        StringWriter out = new StringWriter(1024);
        try {
            parsed.computeIfAbsent(name, n -> engine.getTemplate(FOLDER + n + ".vm"))
                    .merge(new VelocityContext(new HashMap<>(context)), out);
        } catch (VelocityException e) {
            throw new InternalFault("the template " + name + " failed", e);
        }
        return out.toString();
    }
}
