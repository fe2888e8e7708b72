package org.dualtraining.progress.intake;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * A partition is read from where the ledger says, not from the offset that the group committed: the ledger moves in the
 * transaction of the effects, and goes back with them when the database is restored to an earlier time.
 */
@ApplicationScoped
@Identifier("ledger-positions")
class LedgerPositions implements KafkaConsumerRebalanceListener {

    private final Ledger ledger;
    private final Patience patience;
    private final OwnPartitions own;

    @Inject
    LedgerPositions(Ledger ledger, Patience patience, OwnPartitions own) {
        this.ledger = ledger;
        this.patience = patience;
        this.own = own;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<Ledger.Position, Long> next = patience.run("positions", ledger::nextOffsets);
        for (TopicPartition partition : partitions) {
            Ledger.Position position = new Ledger.Position(partition.topic(), partition.partition());
            Long offset = next.get(position);
            own.assigned(position, offset == null ? 0 : offset);
            if (offset != null) {
                consumer.seek(partition, offset);
            } else {
                consumer.seekToBeginning(List.of(partition));
            }
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        own.revoked(partitions.stream()
                .map(partition -> new Ledger.Position(partition.topic(), partition.partition()))
                .toList());
    }
}
