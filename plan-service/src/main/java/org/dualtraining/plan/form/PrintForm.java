package org.dualtraining.plan.form;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dualtraining.plan.catalog.OccupationCode;
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
        String name = "training-plan-" + paper.plan().id();
        return format == PageFormat.CSV
                ? new Printed(format, name, FormCsv.write(paper)).response(Map.of())
                : print(name, format, Pages.trainingPlan(TrainingPlanForm.of(paper), PageStyle.CSS));
    }

    Response workProcesses(PlanPaper paper, List<OccupationCode> codes, PageFormat format) {
        String name = "work-process-schedule-" + paper.plan().id();
        return print(name, format, Pages.workProcesses(WorkProcessForm.of(paper, codes), PageStyle.CSS));
    }

    private Response print(String name, PageFormat format, TemplateInstance page) {
        String html = page.render();
        return switch (format) {
            case PDF -> new Printed(format, name, printing.pdf(html)).response(Map.of());
            case DOCX -> new Printed(format, name, printing.docx(html)).response(Map.of());
            case HTML ->
                new Printed(format, name, html.getBytes(StandardCharsets.UTF_8))
                        .response(Map.of("Content-Security-Policy", PageStyle.CONTENT_SECURITY_POLICY));
            case CSV -> throw new IllegalArgumentException("a page is no table");
        };
    }
}
