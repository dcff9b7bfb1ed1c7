package io.bitbuilder.bbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house stays in shape: arrows between packages go one way, and what is dangerous lives in one class each. */
class ArchitectureTest {
    private static final String ROOT = "io.bitbuilder.bbc";

    /** Each package may use those before it and none behind it. */
    private static final List<String> ORDER = List.of(
            "fault", "json", "value", "source", "diagnostic", "read", "literal", "catalogue", "directive", "conf", "syntax", "metadata", "schema", "eval", "fleet", "claim", "resolve", "names",
            "allocate", "bind", "tree", "systemd", "verify", "check", "lower", "render", "git", "plan", "compile", "explain", "cli");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        Set<String> found = classes.stream()
                .map(c -> c.getPackageName().substring(ROOT.length()))
                .filter(p -> !p.isEmpty() && !p.startsWith(".grammar"))
                .map(p -> p.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ORDER), found);
    }

    @Test
    void stagesKnowNothingOfTheStagesBehindThem() {
        for (int i = 0; i < ORDER.size() - 1; i++) {
            String[] behind = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(p -> ROOT + "." + p)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + ORDER.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(behind)
                    .check(classes);
        }
    }

    @Test
    void nothingStartsProcessesOpensTheNetworkOrReadsObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.ProcessBuilder|java\\.net\\.(InetAddress|Socket|URLConnection)"
                        + "|javax\\.script\\..*|java\\.io\\.ObjectInputStream")
                .check(classes);
        noClasses().should().callMethod(Runtime.class, "exec", String[].class).check(classes);
    }

    @Test
    void theEnvironmentIsReadInOneClassForPeopleAndOneForGit() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.cli\\.Environment|.*\\.git\\..*Reader.*|.*\\.git\\.HookRepo.*")
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .check(classes);
    }

    @Test
    void antlrStaysInTheParserAndJGitInGit() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".syntax", ROOT + ".grammar")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.antlr..")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".git", ROOT + ".plan")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jgit..")
                .check(classes);
    }

    @Test
    void packagesSayWhatComesInAndOut() {
        for (JavaPackage p : classes.getPackage(ROOT).getSubpackagesInTree()) {
            if (!p.getName().startsWith(ROOT + ".grammar") && !p.getClasses().isEmpty()) {
                assertEquals(true, p.tryGetPackageInfo().isPresent(), p.getName() + " has no package-info.java");
            }
        }
    }
}
