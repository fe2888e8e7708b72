package org.dualtraining.plan.form;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.dualtraining.plan.print.PageFormat;
import org.dualtraining.plan.print.Printed;
import org.dualtraining.plan.print.Printing;

/** Prints papers. */
@ApplicationScoped
class PrintForm {

    private final Printing printing;

    @Inject
    PrintForm(Printing printing) {
        this.printing = printing;
    }

    Response trainingPlan(PlanPaper paper, PageFormat format) {
        return print(
                "training-plan-" + paper.plan().id(),
                format,
                () -> Pages.trainingPlan(TrainingPlanForm.of(paper), PageStyle.CSS),
                () -> FormCsv.write(paper));
    }

    private Response print(String fileName, PageFormat format, Supplier<TemplateInstance> page, Supplier<byte[]> csv) {
        byte[] content =
                switch (format) {
                    case HTML -> page.get().render().getBytes(StandardCharsets.UTF_8);
                    case PDF -> printing.pdf(page.get().render());
                    case DOCX -> printing.docx(page.get().render());
                    case CSV -> csv.get();
                };
        return new Printed(format, fileName, content)
                .response(
                        format == PageFormat.HTML
                                ? Map.of("Content-Security-Policy", PageStyle.CONTENT_SECURITY_POLICY)
                                : Map.of());
    }
}
