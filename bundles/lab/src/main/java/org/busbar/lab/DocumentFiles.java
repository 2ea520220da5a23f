package org.busbar.lab;

import java.io.File;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.busbar.api.lab.Procedure;
import org.busbar.json.yaml.Yaml;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads {@code sequences/*.yaml}, {@code sequences/*.json} and {@code campaigns/*.yaml} as they come, change and go. */
@Component
public final class DocumentFiles implements ArtifactInstaller {

    private final LabFolder lab;
    private final SequenceLinks links = new SequenceLinks();

    @Activate
    public DocumentFiles(@Reference LabFolder lab) {
        this.lab = lab;
    }

    @Override
    public boolean canHandle(File file) {
        return isSequence(file) || lab.holds("campaigns", ".yaml", file);
    }

    private boolean isSequence(File file) {
        return lab.holds("sequences", ".yaml", file) || lab.holds("sequences", ".json", file);
    }

    @Override
    public synchronized void install(File file) {
        if (isSequence(file)) {
            sequence(file);
            link();
        } else {
            campaign(file);
        }
    }

    private void sequence(File file) {
        try {
            links.put(lab.name(file), SequenceFile.read(file.toPath()));
        } catch (IllegalArgumentException e) {
            links.remove(lab.name(file));
            broken(file, String.valueOf(e.getMessage()));
        }
    }

    private void campaign(File file) {
        try {
            lab.put(file, Yaml.read(file.toPath(), CampaignFile.class).plan(lab.root()));
            lab.mended(lab.name(file));
        } catch (IllegalArgumentException e) {
            broken(file, String.valueOf(e.getMessage()));
        }
    }

    private void broken(File file, String reason) {
        lab.withdraw(file);
        lab.fault(lab.name(file), reason);
    }

    /** A change of one sequence changes those that call it. */
    private void link() {
        links.link().forEach((name, linked) -> {
            File file = lab.root().resolve(name).toFile();
            linked.procedure()
                    .ifPresentOrElse(
                            procedure -> offer(file, procedure, linked.lines()),
                            () -> broken(file, String.join("; ", linked.faults())));
        });
    }

    private void offer(File file, Procedure procedure, Lines lines) {
        lab.mended(lab.name(file));
        lab.put(file, procedure, lines);
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public synchronized void uninstall(File file) {
        lab.forget(file);
        if (isSequence(file)) {
            links.remove(lab.name(file));
            link();
        }
    }
}
