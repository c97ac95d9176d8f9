"""igraph's times for graph.ts: igraph-times.py FOLDER NODES ROUNDS, edges as two columns of unsigned 32-bit integers."""
import array
import json
import random
import statistics
import sys
import time

import igraph

folder, nodes, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])


def column(name):
    values = array.array("I")
    with open("%s/%s" % (folder, name), "rb") as file:
        values.frombytes(file.read())
    return values


def measure(what, run):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        last = run()
        times.append((time.perf_counter() - start) * 1000)
    return {"what": what, "ms": statistics.median(times)}, last


random.seed(1)
edges = list(zip(column("source"), column("target")))
loading, graph = measure("load", lambda: igraph.Graph(nodes, edges, directed=True))
simplifying, undirected = measure("load, undirected", lambda: graph.as_undirected(mode="each"))
degrees, _ = measure("degrees", lambda: (graph.indegree(), graph.outdegree()))
pagerank, _ = measure("pagerank", lambda: graph.pagerank(damping=0.85))
louvain, found = measure("louvain", lambda: undirected.community_multilevel())
louvain["modularity"] = found.modularity
leiden, found = measure("leiden", lambda: undirected.community_leiden("modularity", n_iterations=2))
leiden["modularity"] = undirected.modularity(found)
print(json.dumps([loading, simplifying, degrees, pagerank, louvain, leiden]))
