# Newman's assortativity of amounts by networkx, its jackknife error by leaving each edge out, as JSON on standard output:
#   python3 make-scalar.py > scalar-values.json
# Made with networkx 3.6.1. The graphs are karate.json, once as a network without directions, and
# random.json; the amount of node i (from 0) is (37 i) mod 101, of every seventh node unknown.
import json
import networkx as nx


def read(name, kind):
    file = json.load(open(name))
    graph = kind()
    for at, node in enumerate(file["nodes"]):
        graph.add_node(node[0], amount=(37 * at) % 101, known=at % 7 != 0)
    graph.add_edges_from((edge[0], edge[1]) for edge in file["edges"])
    return graph.subgraph([node for node, own in graph.nodes(data=True) if own["known"]]).copy()


def values(graph):
    r = nx.numeric_assortativity_coefficient(graph, "amount")
    squares = 0
    for edge in list(graph.edges):
        graph.remove_edge(*edge)
        squares += (nx.numeric_assortativity_coefficient(graph, "amount") - r) ** 2
        graph.add_edge(*edge)
    return {"r": r, "error": squares**0.5}


print(json.dumps({
    "karate": values(read("karate.json", nx.Graph)),
    "random": values(read("random.json", nx.DiGraph)),
}, indent=2))
