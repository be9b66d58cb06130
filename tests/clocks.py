"""Test modules in, the lines of them that assert what a clock says out.

What a clock gives is followed through names, calls, functions of other test modules, fixtures,
arguments, fields and lists. Waiting until a deadline is none, nor is a counted time.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

ANYWHERE = set(
    "perf_counter perf_counter_ns process_time process_time_ns thread_time thread_time_ns monotonic"
    " monotonic_ns time_ns clock_gettime getrusage utcnow cpu_times timeit default_timer".split()
)
OF_MODULES = {
    "time": {"time"},
    "timeit": {"repeat"},
    "datetime": {"now", "today"},
    "date": {"today"},
    "os": {"times"},
}
MEASURED = {"elapsed", "duration", "durations", "seconds", "total_seconds"}
ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Told:
    """What is known to depend on a clock: names and arguments by module, fields of any class."""

    names: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    arguments: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    fields: set[str] = field(default_factory=set[str])

    def size(self) -> int:
        kept = (*self.names.values(), *self.arguments.values(), self.fields)
        return sum(map(len, kept))

    def words(self) -> set[str]:
        """What a module has to name for a clock to be in it."""
        return set().union(
            ANYWHERE, MEASURED, *OF_MODULES.values(), self.fields, *self.names.values()
        )


def asserted_clocks(sources: Mapping[str, str]) -> dict[str, list[int]]:
    """The lines that assert a clock, by the dotted name of their module."""
    told, before = Told(), -1
    modules: list[_Module] = []
    while before < told.size():
        before = told.size()
        words = re.compile(rf"\b(?:timeout|{'|'.join(told.words())})\b")
        modules = [
            _Module(name, ast.parse(source), told)
            for name, source in sources.items()
            if words.search(source)
        ]
        for module in modules:
            module.learn()
    lines = {module.name: module.faults() for module in modules}
    return {name: those for name, those in lines.items() if those}


class _Module:
    """One module, read with what is told of all of them so far."""

    def __init__(self, name: str, tree: ast.Module, told: Told) -> None:
        self.name, self.tree, self.told = name, tree, told
        self.names = told.names.setdefault(name, set())
        self.functions = [each for each in ast.walk(tree) if isinstance(each, Function)]
        self.clocks = {
            alias.asname or alias.name
            for each in ast.walk(tree)
            if isinstance(each, ast.ImportFrom)
            for alias in each.names
            if alias.name in ANYWHERE | OF_MODULES.get(each.module or "", set())
            or alias.name in told.names.get(each.module or "", set())
        }

    def learn(self) -> None:
        """Add what other modules may ask this one for: functions, constants, fields."""
        self.names |= self.clocks | self._locals(self._outside())
        for each in ast.walk(self.tree):
            if isinstance(each, ast.ClassDef):
                self._tell_class(each)
        for function in self.functions:
            local = self._locals(function)
            for each in ast.walk(function):
                given = each.value if isinstance(each, ast.Return | ast.Yield) else None
                if given and self._depends(given, local):
                    self._tell_name(function)
                self._tell_fields(each, local)
                self._tell_arguments(each, local)

    def faults(self) -> list[int]:
        """The lines that assert a clock."""
        lines: set[int] = set()
        for scope in (self._outside(), *self.functions):
            local = self._locals(scope)
            for each in ast.walk(scope):
                parts = _asserted(each)
                asserted = any(self._depends(part, local) or _is_measured(part) for part in parts)
                if asserted or (isinstance(each, Function) and _has_timeout(each)):
                    lines.add(each.lineno)
        return sorted(lines)

    def _outside(self) -> ast.Module:
        """The module without its functions and classes."""
        body = [each for each in self.tree.body if not isinstance(each, Function | ast.ClassDef)]
        return ast.Module(body, [])

    def _locals(self, scope: ast.AST) -> set[str]:
        """The names that stand for what depends on a clock in a scope."""
        is_function = isinstance(scope, Function)
        local = set(self.told.arguments.get(f"{self.name}.{scope.name}", ()) if is_function else ())
        before = -1
        while before < len(local):
            before = len(local)
            for each in ast.walk(scope):
                for target, value in _given(each):
                    if self._depends(value, local):
                        local |= {x.id for x in ast.walk(target) if isinstance(x, ast.Name)}
        return local

    def _depends(self, node: ast.AST, local: set[str]) -> bool:
        names, fields = local | self.names | self.clocks, ANYWHERE | self.told.fields

        def is_clock(each: ast.AST) -> bool:
            if isinstance(each, ast.Attribute):
                return each.attr in fields or _is_of_module(each)
            return isinstance(each, ast.Name) and each.id in names

        return any(map(is_clock, ast.walk(node)))

    def _tell_name(self, function: Function) -> None:
        in_class = any(
            function in each.body for each in ast.walk(self.tree) if isinstance(each, ast.ClassDef)
        )
        (self.told.fields if in_class else self.names).add(function.name)

    def _tell_fields(self, node: ast.AST, local: set[str]) -> None:
        for target, value in _given(node):
            if isinstance(target, ast.Attribute) and self._depends(value, local):
                self.told.fields.add(target.attr)

    def _tell_class(self, node: ast.ClassDef) -> None:
        for statement in node.body:
            for target, value in _given(statement):
                if isinstance(target, ast.Name) and self._depends(value, set()):
                    self.told.fields.add(target.id)

    def _tell_arguments(self, node: ast.AST, local: set[str]) -> None:
        """What a function of this module is called with."""
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            return
        for function in self.functions:
            if function.name == node.func.id:
                given = zip(node.args, function.args.args, strict=False)
                clocks = {each.arg for argument, each in given if self._depends(argument, local)}
                self.told.arguments.setdefault(f"{self.name}.{function.name}", set()).update(clocks)


def _given(node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    """What a statement gives a value to, and the value."""
    match node:
        case ast.Assign(targets=targets, value=value):
            yield from ((target, value) for target in targets)
        case ast.AugAssign(target=target, value=value) | ast.NamedExpr(target=target, value=value):
            yield target, value
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            yield target, value
        case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
            yield target, value
        case ast.withitem(context_expr=value, optional_vars=ast.expr() as target):
            yield target, value
        case ast.Call(func=ast.Attribute(value=target, attr="append" | "add"), args=[value]):
            yield target, value
        case _:
            return


def _asserted(node: ast.AST) -> Iterable[ast.AST]:
    """What a statement fails by: an assert, a method called so, a condition over a failure."""
    match node:
        case ast.Assert(test=test):
            return [test]
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name), args=args):
            return args if name.startswith("assert") else []
        case ast.If(test=test, body=body):
            return [test] if any(map(_fails, body)) else []
        case _:
            return []


def _fails(node: ast.AST) -> bool:
    return isinstance(node, ast.Raise) or "pytest.fail" in ast.unparse(node)


def _is_of_module(node: ast.Attribute) -> bool:
    base = node.value
    name = base.id if isinstance(base, ast.Name) else getattr(base, "attr", "")
    return node.attr in OF_MODULES.get(name, set())


def _has_timeout(function: Function) -> bool:
    names = (each.func if isinstance(each, ast.Call) else each for each in function.decorator_list)
    return any("timeout" in ast.unparse(name).lower() for name in names)


def _is_measured(node: ast.AST) -> bool:
    """A limit to what is called a time, whoever measured it."""
    return any(
        isinstance(each, ast.Compare)
        and any(isinstance(op, ORDER) for op in each.ops)
        and any(_called(part) in MEASURED for part in ast.walk(each))
        for each in ast.walk(node)
    )


def _called(node: ast.AST) -> str:
    match node:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case ast.Subscript(slice=ast.Constant(value=str() as name)):
            return name
        case _:
            return ""
