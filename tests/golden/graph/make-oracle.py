#!/usr/bin/env python3
"""Values of the test graphs by networkx and igraph, as JSON on standard output.

    python3 make-oracle.py karate.json > karate-values.json

Needs python3-networkx and python3-igraph (made with networkx 2.8.8 and igraph 0.10.2). The graph files hold
{"nodes": [[id, country], ...], "edges": [[source, target, weight], ...], "partition": [...]}, nodes sorted by id;
karate.json is networkx.karate_club_graph() (Zachary 1977) with every tie in both directions, `country` the club;
random.json and sparse.json were drawn by the function draw() below.
"""
import json
import random
import sys

import igraph
import networkx as nx


def draw(seed, size, edges, groups):
    """A directed weighted graph; some nodes without country, some without edges."""
    rng = random.Random(seed)
    pairs = {}
    while len(pairs) < edges:
        a, b = int(size * rng.random() ** 1.5), int(size * rng.random() ** 2)
        if a != b:
            pairs[a, b] = rng.randint(1, 5)
    name = lambda node: "n%03d" % node
    countries = ["FR", "US", "DE", ""]
    return {
        "nodes": [[name(node), rng.choice(countries)] for node in range(size)],
        "edges": [[name(a), name(b), w] for (a, b), w in sorted(pairs.items())],
        "partition": [rng.randrange(groups) for _ in range(size)],
    }


def karate():
    graph = nx.karate_club_graph()
    name = lambda node: "k%02d" % node
    ties = sorted((a, b) for a, b in graph.to_directed().edges)
    club = {"Mr. Hi": "FR", "Officer": "US"}
    return {
        "nodes": [[name(node), club[graph.nodes[node]["club"]]] for node in graph],
        "edges": [[name(a), name(b), 1] for a, b in ties],
        "partition": [0 if graph.nodes[node]["club"] == "Mr. Hi" else 1 for node in graph],
    }


def values(data):
    ids = [node for node, _ in data["nodes"]]
    graph = nx.DiGraph()
    graph.add_nodes_from(ids)
    graph.add_weighted_edges_from(data["edges"])
    plain = graph.to_undirected()
    index = {node: at for at, node in enumerate(ids)}
    other = igraph.Graph(len(ids), [(index[a], index[b]) for a, b, _ in data["edges"]], directed=True)
    weights = [w for _, _, w in data["edges"]]
    hubs, authorities = nx.hits(graph, max_iter=10000, tol=1e-13)
    known = {node: country for node, country in data["nodes"] if country}
    among = graph.subgraph(known).copy()
    nx.set_node_attributes(among, known, "country")
    countries = sorted(set(known.values()))
    mixing = nx.attribute_mixing_matrix(
        among, "country", mapping={country: at for at, country in enumerate(countries)}, normalized=False
    )
    communities = [[n for n, c in zip(ids, data["partition"]) if c == label] for label in sorted(set(data["partition"]))]
    column = lambda found: [found[node] for node in ids]
    undirected = other.as_undirected(mode="collapse")
    return {
        "node": {
            "pagerank": column(nx.pagerank(graph, alpha=0.85, tol=1e-14, max_iter=10000)),
            "pagerank_igraph": other.pagerank(weights=weights, damping=0.85),
            "hub": column(hubs),
            "authority": column(authorities),
            "betweenness": column(nx.betweenness_centrality(graph)),
            "betweenness_igraph": other.betweenness(directed=True),
            "closeness": column(nx.closeness_centrality(graph)),
            "core": column(nx.core_number(plain)),
            "core_igraph": undirected.coreness(),
            "hub_igraph": share(other.hub_score(scale=False, weights=weights)),
            "authority_igraph": share(other.authority_score(scale=False, weights=weights)),
            "closeness_igraph": [
                0 if value != value else value * (reached(other, at) / (len(ids) - 1)) for at, value in enumerate(other.closeness(mode="in", normalized=True))
            ],
            "clustering_igraph": undirected.transitivity_local_undirected(mode="zero"),
            "in_strength_igraph": other.strength(mode="in", weights=weights),
            "out_strength_igraph": other.strength(mode="out", weights=weights),
            "cited_together_igraph": [sum(row) for row in other.cocitation()],
            "citing_alike_igraph": [sum(row) for row in other.bibcoupling()],
            "clustering": column(nx.clustering(plain)),
            "reciprocity": [nx.reciprocity(graph, node) if graph.degree(node) else None for node in ids],
            "in_degree": column(dict(graph.in_degree)),
            "out_degree": column(dict(graph.out_degree)),
            "in_strength": column(dict(graph.in_degree(weight="weight"))),
            "out_strength": column(dict(graph.out_degree(weight="weight"))),
        },
        "graph": {
            "density": nx.density(graph),
            "reciprocity": nx.overall_reciprocity(graph),
            "reciprocity_igraph": other.reciprocity(),
            "transitivity": nx.transitivity(plain),
            "transitivity_igraph": undirected.transitivity_undirected(),
            "components_igraph": len(other.connected_components(mode="weak")),
            "largest_component": max(len(part) for part in nx.weakly_connected_components(graph)),
            "max_core": max(nx.core_number(plain).values()),
            "assortativity_igraph": known_part(other, ids, known).assortativity_nominal("class", directed=True),
            "components": nx.number_weakly_connected_components(graph),
            "assortativity": nx.attribute_assortativity_coefficient(among, "country"),
            "modularity": nx.algorithms.community.modularity(graph, communities, weight=None),
            "modularity_weighted": nx.algorithms.community.modularity(graph, communities, weight="weight"),
            "modularity_undirected_igraph": undirected.modularity(data["partition"]),
        },
        "mixing": {
            "%s>%s" % (a, b): int(mixing[i][j]) for i, a in enumerate(countries) for j, b in enumerate(countries)
        },
        "triads": nx.triadic_census(graph),
        "triads_igraph": [int(count) if count == count else None for count in other.triad_census()],
        "leiden_modularity": best(lambda: undirected.community_leiden("modularity", n_iterations=10).modularity),
        "louvain_modularity": best(lambda: undirected.community_multilevel().modularity),
        "nmi_of_partition_and_core": igraph.compare_communities(
            data["partition"], list(undirected.coreness()), method="nmi"
        ),
    }


def share(scores):
    total = sum(scores)
    return [score / total for score in scores]


def reached(graph, node):
    """Nodes from which `node` can be reached."""
    return len(graph.subcomponent(node, mode="in")) - 1


def known_part(graph, ids, known):
    part = graph.induced_subgraph([at for at, node in enumerate(ids) if node in known])
    classes = sorted(set(known.values()))
    part.vs["class"] = [classes.index(known[node]) for node in ids if node in known]
    return part


def best(run):
    """The best of 20 runs; igraph draws from Python's generator."""
    random.seed(1)
    return max(run() for _ in range(20))


if __name__ == "__main__":
    made = {"karate": karate, "random": lambda: draw(1, 60, 260, 4), "sparse": lambda: draw(2, 40, 45, 3)}
    if sys.argv[1] in made:
        print(json.dumps(made[sys.argv[1]]()))
    else:
        with open(sys.argv[1]) as file:
            print(json.dumps(values(json.load(file)), indent=1))
