package org.busbar.lab;

import java.io.File;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.busbar.json.yaml.Yaml;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads {@code sequences/*.yaml} and {@code campaigns/*.yaml} as they come, change and go. */
@Component
public final class DocumentFiles implements ArtifactInstaller {

    private final LabFolder lab;

    @Activate
    public DocumentFiles(@Reference LabFolder lab) {
        this.lab = lab;
    }

    @Override
    public boolean canHandle(File file) {
        return isSequence(file) || lab.holds("campaigns", ".yaml", file);
    }

    private boolean isSequence(File file) {
        return lab.holds("sequences", ".yaml", file);
    }

    @Override
    public void install(File file) {
        try {
            if (isSequence(file)) {
                lab.put(file, Yaml.read(file.toPath(), SequenceFile.class).procedure());
            } else {
                lab.put(file, Yaml.read(file.toPath(), CampaignFile.class).plan(lab.root()));
            }
            lab.mended(lab.name(file));
        } catch (IllegalArgumentException e) {
            lab.withdraw(file);
            lab.fault(lab.name(file), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        lab.forget(file);
    }
}
