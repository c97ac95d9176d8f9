"""What an analysis asks of a graph, by igraph: igraph-analysis.py FOLDER NODES. Seconds of one run on one core, as JSON."""
import array
import json
import sys
import time

import igraph

folder, nodes = sys.argv[1], int(sys.argv[2])


def column(name):
    values = array.array("I")
    with open("%s/%s" % (folder, name), "rb") as file:
        values.frombytes(file.read())
    return values


def seconds(run, rounds=1):
    start = time.process_time()
    for _ in range(rounds):
        run()
    return (time.process_time() - start) / rounds


edges = list(zip(column("source"), column("target")))
graph = igraph.Graph(nodes, edges, directed=True)
undirected = graph.as_undirected(mode="collapse")


def rewire():
    graph.copy().rewire(n=10 * len(edges))


# All sources where we take all, else as many as a sample has.
exact = nodes * (nodes + len(edges)) <= 2e9
print(
    json.dumps(
        {
            "betweenness": seconds(lambda: graph.betweenness(directed=True)) if exact else None,
            "triads": seconds(lambda: graph.triad_census()),
            "search": seconds(lambda: undirected.community_multilevel(), 3),
            "rewire": seconds(rewire, 3),
        }
    )
)
