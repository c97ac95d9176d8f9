#!/usr/bin/env python3
"""Values of three undirected graphs, and of 500 random graphs with the same degrees each, by networkx and igraph, as JSON.

    python3 make-undirected.py > undirected.json

Needs python3-networkx and python3-igraph (made with networkx 2.8.8 and igraph 0.10.2). Zachary's karate club and Knuth's
Les Miserables as networkx has them, weights left out; 90 ties drawn among 40 nodes with equal chances. Null graphs by
networkx.double_edge_swap, ten swaps a tie, each from the one before; `modularity` is the best of 100 runs of igraph's multilevel search and
100 of its Leiden for the first 100 of the null graphs, and of ten times as many for the graphs themselves.
"""
import json
import random
import statistics
import sys

import igraph
import networkx as nx

RUNS = 500


def values(graph):
    return {
        "transitivity": nx.transitivity(graph),
        "max_core": max(nx.core_number(graph).values()),
        "components": nx.number_connected_components(graph),
        "largest_component": max(len(part) for part in nx.connected_components(graph)),
    }


def as_igraph(graph):
    return igraph.Graph(graph.number_of_nodes(), list(graph.edges))


def best_modularity(graph):
    other = as_igraph(graph)
    leiden = lambda: other.community_leiden(objective_function="modularity", n_iterations=-1)
    return max(find().modularity for find in [other.community_multilevel, leiden] for _ in range(100))


def describe(graph):
    graph = nx.convert_node_labels_to_integers(graph)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    nulls = {name: [] for name in [*values(graph), "modularity"]}
    swapped = graph.copy()
    for run in range(RUNS):
        nx.double_edge_swap(swapped, 10 * graph.number_of_edges(), 10**9, seed=run)
        for name, value in values(swapped).items():
            nulls[name].append(value)
        if run < 100:
            nulls["modularity"].append(best_modularity(swapped))
    optimum = max(best_modularity(graph) for _ in range(10))
    betweenness = nx.betweenness_centrality(graph)
    return {
        "nodes": graph.number_of_nodes(),
        "ties": sorted(sorted(tie) for tie in graph.edges),
        "values": {
            **values(graph),
            "edges": graph.number_of_edges(),
            "density": nx.density(graph),
            "modularity": optimum,
        },
        "betweenness": [betweenness[node] for node in range(graph.number_of_nodes())],
        "nulls": {
            name: {"mean": statistics.mean(found), "sd": statistics.stdev(found), "runs": len(found)}
            for name, found in nulls.items()
        },
    }


def main():
    random.seed(1)
    json.dump(
        {
            "karate": describe(nx.Graph(nx.karate_club_graph().edges)),
            "lesmis": describe(nx.Graph(nx.les_miserables_graph().edges)),
            "random": describe(nx.gnm_random_graph(40, 90, seed=4)),
        },
        sys.stdout,
    )


main()
