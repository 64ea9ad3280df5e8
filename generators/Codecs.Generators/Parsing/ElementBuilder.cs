using Codecs.Generators.Model;

namespace Codecs.Generators.Parsing;

/// <summary>Puts runs, fields and the edges of scopes into the order in which they are met on the wire.</summary>
internal static class ElementBuilder
{
    public static List<ElementModel> Build(List<FieldDraft> fields, List<ScopeModel> scopes, List<RunModel> runs)
    {
        var elements = new List<ElementModel>();
        for (int ordinal = 0; ordinal < fields.Count;)
        {
            int first = ordinal, last = ordinal;
            if (fields[ordinal].Place is { } place)
            {
                last = runs[place.Run].Fields[runs[place.Run].Fields.Count - 1];
                elements.Add(new ElementModel(ElementKind.Run, place.Run));
                Open(first, last);
                Bind(first, last, known: last);
            }
            else
            {
                Open(first, last);
                Bind(first, last, known: first - 1);
                // What is nearer the end is known first.
                foreach (var scope in scopes.Where(s => s.Blocker == ordinal).Reverse())
                    elements.Add(new ElementModel(ElementKind.Peek, scope.Index));
                elements.Add(new ElementModel(ElementKind.Field, ordinal));
                BindAfter(ordinal);
            }
            foreach (var scope in scopes.Where(s => s.Last == last).Reverse())
                elements.Add(new ElementModel(ElementKind.Close, scope.Index));
            ordinal = last + 1;
        }
        return elements;

        void Open(int first, int last)
        {
            foreach (var scope in scopes.Where(s => s.First >= first && s.First <= last))
                elements.Add(new ElementModel(ElementKind.Open, scope.Index));
        }

        // Scopes are sorted outermost first, so an outer length is looked at before an inner one.
        void Bind(int first, int last, int known)
        {
            foreach (var scope in scopes.Where(s => s.Form == ScopeForm.Leading))
            {
                bool opensHere = scope.First >= first && scope.First <= last;
                bool isOpen = scope.First < first && scope.Last >= first;
                bool describedHere = scope.Descriptor >= first && scope.Descriptor <= known;
                if ((opensHere && scope.Descriptor <= known) || (isOpen && describedHere))
                    elements.Add(new ElementModel(ElementKind.Bind, scope.Index));
            }
        }

        void BindAfter(int ordinal)
        {
            foreach (var scope in scopes.Where(s => s.Form == ScopeForm.Leading && s.Descriptor == ordinal && s.First <= ordinal))
                elements.Add(new ElementModel(ElementKind.Bind, scope.Index));
        }
    }
}
