using System.Collections.Immutable;

namespace Codecs.Tool.Definitions;

/// <summary>The definitions that a command works with: those of an assembly of the user's, and behind them those that come with the command.</summary>
internal sealed class DefinitionSet
{
    private readonly ProtocolList? _own;
    private readonly string _path = "";
    private readonly Type[] _stacks = [];

    private DefinitionSet()
    {
    }

    private DefinitionSet(string path, Type[] types)
    {
        _path = path;
        _own = new(types);
        _stacks = [.. types.Where(static type => type.IsDefined(typeof(StackAttribute), inherit: false))];
        if (_own.All.IsEmpty && _stacks.Length == 0)
            throw new DefinitionException($"'{path}' has no definitions: there is no struct with [Message] in it.");
    }

    /// <summary>Those that come with the command, alone.</summary>
    public static DefinitionSet Shipped { get; } = new();

    /// <summary>What a list shows: the user's, if there are some.</summary>
    public ImmutableArray<ProtocolInfo> Listed => (_own ?? ProtocolList.Shipped).All;

    /// <summary>A name for all of that.</summary>
    public string Title => _own is null ? "Codecs" : Path.GetFileNameWithoutExtension(_path);

    /// <summary>Are there stacks of the user's?</summary>
    public bool HasStack => _stacks.Length > 0;

    /// <summary>Loads an assembly; without a path, the set is what comes with the command.</summary>
    /// <exception cref="DefinitionException">It cannot be loaded, or has no definitions.</exception>
    public static DefinitionSet Open(string? path) => path is null ? Shipped : new(path, DefinitionAssembly.TypesOf(DefinitionAssembly.Load(path), path));

    /// <summary>The message of that name; the user's hides what comes with the command.</summary>
    /// <exception cref="DefinitionException">There is none.</exception>
    public ProtocolInfo Find(string name)
    {
        if ((_own?.Find(name) ?? ProtocolList.Shipped.Find(name)) is { } found)
            return found;
        const int MostSuggestions = 8;
        string like = string.Join(", ", (_own?.Like(name) ?? []).Concat(ProtocolList.Shipped.Like(name)).Distinct().Take(MostSuggestions));
        throw new DefinitionException($"there is no message '{name}'{(like.Length > 0 ? $"; is it one of {like}?" : ": 'codecs protocols' lists them.")}");
    }

    /// <summary>What finds the layers of a frame: the user's stack of that name, or the only one.</summary>
    /// <exception cref="DefinitionException">There is none, or it is not clear which is meant.</exception>
    public PacketStack FindStack(string? name)
    {
        if (_own is null && name is null)
            return PacketStack.Shipped;
        Type[] found = name is null ? _stacks : [.. _stacks.Where(type => type.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];
        string all = string.Join(", ", _stacks.Select(static type => type.Name));
        return found switch
        {
            [var only] => new UserStack(only),
            [] when _stacks.Length == 0 => throw new DefinitionException($"'{_path}' has no struct with [Stack], which says what carries its messages."),
            [] => throw new DefinitionException($"'{_path}' has no stack '{name}'; it has {all}."),
            _ => throw new DefinitionException($"'{_path}' has several stacks: choose one of {all} with --stack."),
        };
    }
}
