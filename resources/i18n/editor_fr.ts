<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Blog Editor</source>
        <translation>À propos de Blog Editor</translation>
    </message>
    <message>
        <source>Versions and settings, for a report</source>
        <translation>Versions et réglages, pour un rapport</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>An offline editor for blogs kept as files. It changes no byte that you did not.
Free software under the MIT licence.</source>
        <translation>Un éditeur hors ligne pour les blogs conservés en fichiers. Il ne change aucun octet que vous n’avez pas changé.
Logiciel libre, sous licence MIT.</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>&amp;Copier le rapport</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Fer&amp;mer</translation>
    </message>
</context>
<context>
    <name>AllPosts</name>
    <message>
        <source>{name} is open in another window.</source>
        <translation>{name} est ouvert dans une autre fenêtre.</translation>
    </message>
    <message>
        <source>What was replaced is as it was before.</source>
        <translation>Ce qui avait été remplacé est comme avant.</translation>
    </message>
    <message>
        <source>Replaced in {number} posts.</source>
        <translation>Remplacé dans {number} articles.</translation>
    </message>
    <message>
        <source>Those open here are not saved yet.</source>
        <translation>Ceux qui sont ouverts ici ne sont pas encore enregistrés.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>And {number} more were left as they were.</source>
        <translation>Et {number} autres ont été laissés tels quels.</translation>
    </message>
    <message>
        <source>{name} has changed since, and was left as it is.</source>
        <translation>{name} a changé depuis, et a été laissé tel quel.</translation>
    </message>
</context>
<context>
    <name>BuildWarnings</name>
    <message>
        <source>Go to line</source>
        <translation>Aller à la ligne</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>The site’s build will stop: {what}.</source>
        <translation>La génération du site s’arrêtera&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>The site’s build will stop at line {line}: {what}.</source>
        <translation>La génération du site s’arrêtera à la ligne {line}&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>Line {line}: {what}.</source>
        <translation>Ligne {line}&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>There is one more.</source>
        <translation>Il y en a encore un.</translation>
    </message>
    <message>
        <source>There are {number} more.</source>
        <translation>Il y en a encore {number}.</translation>
    </message>
    <message>
        <source>unknown tag “{name}”</source>
        <translation>balise «&#xa0;{name}&#xa0;» inconnue</translation>
    </message>
    <message>
        <source>unknown filter “{name}”, which changes nothing</source>
        <translation>filtre «&#xa0;{name}&#xa0;» inconnu, sans effet</translation>
    </message>
    <message>
        <source>a tag without its end, or without a name</source>
        <translation>une balise sans fin, ou sans nom</translation>
    </message>
    <message>
        <source>“{name}” is never closed</source>
        <translation>«&#xa0;{name}&#xa0;» n’est jamais refermé</translation>
    </message>
    <message>
        <source>“{name}” does not belong here</source>
        <translation>«&#xa0;{name}&#xa0;» n’a pas sa place ici</translation>
    </message>
    <message>
        <source>“{name}” is not written as it should be</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas écrit comme il faut</translation>
    </message>
    <message>
        <source>there is no file “{name}” to include</source>
        <translation>il n’y a pas de fichier «&#xa0;{name}&#xa0;» à inclure</translation>
    </message>
    <message>
        <source>there is no post “{name}”</source>
        <translation>il n’y a pas d’article «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>there is no file “{name}”</source>
        <translation>il n’y a pas de fichier «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>too much for the preview: “{name}” is cut short here, not on the site</source>
        <translation>trop pour l’aperçu&#xa0;: «&#xa0;{name}&#xa0;» est abrégé ici, pas sur le site</translation>
    </message>
    <message>
        <source>The site leaves out the HTML in this post, because its settings do not allow any.</source>
        <translation>Le site omet le HTML de cet article, car ses réglages n’en admettent pas.</translation>
    </message>
    <message>
        <source>the site reads Markdown by “{name}”, which the preview does not know</source>
        <translation>le site lit le Markdown avec «&#xa0;{name}&#xa0;», que l’aperçu ne connaît pas</translation>
    </message>
    <message>
        <source>the site’s Markdown extension “{name}” is not run in the preview</source>
        <translation>l’extension Markdown «&#xa0;{name}&#xa0;» du site n’est pas exécutée dans l’aperçu</translation>
    </message>
    <message>
        <source>“{name}” cannot be run</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être exécuté</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>Bring the committed text back</source>
        <translation>Remettre le texte du dernier commit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ChoiceBox</name>
    <message>
        <source>Choose a value</source>
        <translation>Choisir une valeur</translation>
    </message>
    <message>
        <source>Choose a value (Alt+Down)</source>
        <translation>Choisir une valeur (Alt+Bas)</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>A command, setting, heading or post</source>
        <translation>Une commande, un réglage, un intertitre, un article</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Nothing of that name</source>
        <translation>Rien de ce nom</translation>
    </message>
    <message>
        <source>Enter does it</source>
        <translation>Entrée l’exécute</translation>
    </message>
    <message>
        <source>&gt; commands alone   @ headings</source>
        <translation>&gt; commandes seules   @ intertitres</translation>
    </message>
</context>
<context>
    <name>CommitDialog</name>
    <message>
        <source>Commit to Git</source>
        <translation>Commit dans Git</translation>
    </message>
    <message>
        <source>Changed posts and images</source>
        <translation>Articles et images modifiés</translation>
    </message>
    <message>
        <source>&amp;Save them</source>
        <translation>Les &amp;enregistrer</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>What changes, in one line; why, below a blank one</source>
        <translation>Ce qui change, en une ligne&#x202f;; pourquoi, après une ligne vide</translation>
    </message>
    <message>
        <source>What Git says</source>
        <translation>Ce que dit Git</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Commit</source>
        <translation>Faire le &amp;commit</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>One of these posts has changes that are not saved: they would be left out.</source>
        <translation>Un de ces articles a des modifications non enregistrées&#xa0;: elles n’y seraient pas.</translation>
    </message>
    <message>
        <source>{number} of these posts have changes that are not saved: they would be left out.</source>
        <translation>{number} de ces articles ont des modifications non enregistrées&#xa0;: elles n’y seraient pas.</translation>
    </message>
    <message>
        <source>Committing…</source>
        <translation>Commit en cours…</translation>
    </message>
    <message>
        <source>All posts and images are as the last commit has them.</source>
        <translation>Tous les articles et images sont tels que dans le dernier commit.</translation>
    </message>
    <message>
        <source>The first line has {number} letters; up to {most} are shown everywhere.</source>
        <translation>La première ligne compte {number} lettres&#x202f;; jusqu’à {most}, elle s’affiche partout en entier.</translation>
    </message>
    <message>
        <source>Committing runs the hooks that this repository sets. Nothing is pushed.</source>
        <translation>Un commit lance les scripts (hooks) prévus par ce dépôt. Rien n’est poussé (push).</translation>
    </message>
    <message>
        <source>An image: there is no text to compare.</source>
        <translation>Une image&#xa0;: il n’y a pas de texte à comparer.</translation>
    </message>
</context>
<context>
    <name>Commits</name>
    <message>
        <source>Open a post or a folder first.</source>
        <translation>Ouvrez d’abord un article ou un dossier.</translation>
    </message>
    <message>
        <source>Last commit</source>
        <translation>Dernier commit</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>Sur le disque</translation>
    </message>
    <message>
        <source>Committed: {subject}</source>
        <translation>Commit fait&#xa0;: {subject}</translation>
    </message>
    <message>
        <source>You stopped it: nothing was committed.</source>
        <translation>Vous l’avez arrêté&#xa0;: aucun commit n’a été fait.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>The two texts are the same.</source>
        <translation>Les deux textes sont identiques.</translation>
    </message>
    <message>
        <source>There are more differences below.</source>
        <translation>Il y a d’autres différences plus bas.</translation>
    </message>
    <message>
        <source>… {number} lines …</source>
        <translation>… {number} lignes …</translation>
    </message>
</context>
<context>
    <name>DateBox</name>
    <message>
        <source>Choose a day</source>
        <translation>Choisir un jour</translation>
    </message>
    <message>
        <source>Choose a day (Alt+Down)</source>
        <translation>Choisir un jour (Alt+Bas)</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claire</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Plain, without styles</source>
        <translation>Nue, sans styles</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Margins: </source>
        <translation>Marges&#xa0;: </translation>
    </message>
    <message>
        <source> mm</source>
        <translation>&#xa0;mm</translation>
    </message>
    <message>
        <source>Margins in millimetres</source>
        <translation>Marges en millimètres</translation>
    </message>
    <message>
        <source>Page numbers</source>
        <translation>Numéros de page</translation>
    </message>
    <message>
        <source>Addresses of links</source>
        <translation>Adresses des liens</translation>
    </message>
    <message>
        <source>With its images</source>
        <translation>Avec ses images</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>PDF, black on white</source>
        <translation>PDF, noir sur blanc</translation>
    </message>
    <message>
        <source>Print, black on white</source>
        <translation>Imprimer, noir sur blanc</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Copy for an e-mail</source>
        <translation>Copier pour un courriel</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>HTML page with its images</source>
        <translation>Page HTML, images incluses</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>post</source>
        <translation>article</translation>
    </message>
    <message>
        <source>Pages ({pattern})</source>
        <translation>Pages ({pattern})</translation>
    </message>
    <message>
        <source>Export the post</source>
        <translation>Exporter l’article</translation>
    </message>
    <message>
        <source>The article is copied: paste it where text has its forms.</source>
        <translation>L’article est copié&#xa0;: collez-le là où le texte garde sa mise en forme.</translation>
    </message>
    <message>
        <source>The article&apos;s HTML is copied.</source>
        <translation>Le HTML de l’article est copié.</translation>
    </message>
    <message>
        <source>The post is copied: paste it into an e-mail.</source>
        <translation>L’article est copié&#xa0;: collez-le dans un courriel.</translation>
    </message>
    <message>
        <source>This needs the web engine, which is missing on this computer.</source>
        <translation>Il faut pour cela le moteur web, qui manque sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The web engine made no PDF of this post. Your text is kept; try again.</source>
        <translation>Le moteur web n’a pas fait de PDF de cet article. Votre texte est gardé&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>This is the post itself. Choose another name for the page.</source>
        <translation>C’est l’article lui-même. Choisissez un autre nom pour la page.</translation>
    </message>
    <message>
        <source>{name} was not written: {reason}. Choose another place.</source>
        <translation>{name} n’a pas été écrit&#xa0;: {reason}. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The post is being exported…</source>
        <translation>L’article est en cours d’exportation…</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Montrer son dossier</translation>
    </message>
    <message>
        <source>Exported: {name}</source>
        <translation>Exporté&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Images not found: {names}.</source>
        <translation>Images introuvables&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Too large to go along: {names}.</source>
        <translation>Trop lourdes pour être incluses&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>On other sites, and not in it: {names}.</source>
        <translation>Sur d’autres sites, et non incluses&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Image not found: {}</source>
        <translation>Image introuvable&#xa0;: {}</translation>
    </message>
    <message>
        <source>Too large to be embedded: {}</source>
        <translation>Trop lourde pour être incluse&#xa0;: {}</translation>
    </message>
    <message>
        <source>Image on {}, not loaded</source>
        <translation>Image sur {}, non chargée</translation>
    </message>
    <message>
        <source>Content from {}</source>
        <translation>Contenu de {}</translation>
    </message>
    <message>
        <source>Print: {name}</source>
        <translation>Imprimer&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Not all pages were printed. Look at the printer, and print again.</source>
        <translation>Toutes les pages n’ont pas été imprimées. Regardez l’imprimante, puis imprimez de nouveau.</translation>
    </message>
</context>
<context>
    <name>FieldAdder</name>
    <message>
        <source>Add a field</source>
        <translation>Ajouter un champ</translation>
    </message>
    <message>
        <source>Type a field&apos;s name, then Enter</source>
        <translation>Tapez le nom d’un champ, puis Entrée</translation>
    </message>
</context>
<context>
    <name>FieldEditing</name>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>{name} lies outside the site, which so would not publish it.</source>
        <translation>{name} se trouve hors du site, qui ne le publierait donc pas.</translation>
    </message>
</context>
<context>
    <name>FieldLabel</name>
    <message>
        <source>{key} · right-click to remove it</source>
        <translation>{key} · clic droit pour le supprimer</translation>
    </message>
</context>
<context>
    <name>FieldLengths</name>
    <message>
        <source>{field}: {number} characters</source>
        <translation>{field}&#xa0;: {number} caractères</translation>
    </message>
</context>
<context>
    <name>FilePlans</name>
    <message>
        <source>{name} is open in another Blog Editor: close it there first.</source>
        <translation>{name} est ouvert dans un autre Blog Editor&#xa0;: fermez-le d’abord là-bas.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>With the links mended</source>
        <translation>Avec les liens corrigés</translation>
    </message>
    <message>
        <source>1 link</source>
        <translation>1 lien</translation>
    </message>
    <message>
        <source>{number} links</source>
        <translation>{number} liens</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Taken back: {place}</source>
        <translation>Annulé&#xa0;: {place}</translation>
    </message>
    <message>
        <source>There is something called {name} there already. Nothing was changed.</source>
        <translation>Il y a déjà là quelque chose du nom de {name}. Rien n’a été changé.</translation>
    </message>
    <message>
        <source>{name} has changed meanwhile, so nothing was done. Try again.</source>
        <translation>{name} a changé entre-temps, rien n’a donc été fait. Réessayez.</translation>
    </message>
    <message>
        <source>Nothing was changed: {name}: {reason}.</source>
        <translation>Rien n’a été changé&#xa0;: {name}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Looking at the posts of the site…</source>
        <translation>Lecture des articles du site…</translation>
    </message>
    <message>
        <source>Other files are still being changed. Try again in a moment.</source>
        <translation>D’autres fichiers sont encore en cours de modification. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Changing {number} files…</source>
        <translation>Modification de {number} fichiers…</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>To find in all posts, open a post of them first.</source>
        <translation>Pour chercher dans tous les articles, ouvrez d’abord l’un d’eux.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>The one before (Shift+F3)</source>
        <translation>Précédent (Maj+F3)</translation>
    </message>
    <message>
        <source>The next (F3)</source>
        <translation>Suivant (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace this one (Enter)</source>
        <translation>Remplacer celui-ci (Entrée)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Replace all (Ctrl+Enter)</source>
        <translation>Tout remplacer (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
</context>
<context>
    <name>FindInPost</name>
    <message>
        <source>{number} replaced</source>
        <translation>{number} remplacés</translation>
    </message>
    <message>
        <source>More than {number}</source>
        <translation>Plus de {number}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>{number} found</source>
        <translation>{number} trouvés</translation>
    </message>
    <message>
        <source>{place} of {number}</source>
        <translation>{place} sur {number}</translation>
    </message>
    <message>
        <source>This pattern takes too long. Make it simpler.</source>
        <translation>Ce motif prend trop de temps. Simplifiez-le.</translation>
    </message>
    <message>
        <source>This is not a regular expression that can be used.</source>
        <translation>Cette expression régulière ne peut pas être utilisée.</translation>
    </message>
    <message>
        <source>This is not a regular expression: look at character {number}.</source>
        <translation>Ce n’est pas une expression régulière&#xa0;: voyez le caractère {number}.</translation>
    </message>
</context>
<context>
    <name>FindInPosts</name>
    <message>
        <source>Find in all posts</source>
        <translation>Rechercher dans tous les articles</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Remplacer…</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>{number} posts searched…</source>
        <translation>{number} articles parcourus…</translation>
    </message>
    <message>
        <source>This is not a regular expression.</source>
        <translation>Ce n’est pas une expression régulière.</translation>
    </message>
    <message>
        <source>There is more than can be listed: look for something rarer.</source>
        <translation>Il y en a trop pour la liste&#xa0;: cherchez quelque chose de plus rare.</translation>
    </message>
    <message>
        <source>{name}: the pattern takes too long here</source>
        <translation>{name}&#xa0;: le motif y prend trop de temps</translation>
    </message>
    <message>
        <source>Nothing found in {number} posts</source>
        <translation>Rien trouvé dans {number} articles</translation>
    </message>
    <message>
        <source>{hits} found in {posts} of {all} posts</source>
        <translation>{hits} trouvés dans {posts} des {all} articles</translation>
    </message>
    <message>
        <source>Replace {hits} in one post</source>
        <translation>Remplacer {hits} dans un article</translation>
    </message>
    <message>
        <source>Replace {hits} in {posts} posts</source>
        <translation>Remplacer {hits} dans {posts} articles</translation>
    </message>
</context>
<context>
    <name>FrontMatterForm</name>
    <message>
        <source>Front matter</source>
        <translation>En-tête</translation>
    </message>
    <message>
        <source>More fields of this post are in the source alone: {number}.</source>
        <translation>Autres champs de cet article, à voir dans la source seulement&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Use “{name}”</source>
        <translation>Écrire «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>“{name}”: {number} posts have “{usual}”.</source>
        <translation>«&#xa0;{name}&#xa0;»&#xa0;: {number} articles ont «&#xa0;{usual}&#xa0;».</translation>
    </message>
    <message>
        <source>“{name}”: another post has “{usual}”.</source>
        <translation>«&#xa0;{name}&#xa0;»&#xa0;: un autre article a «&#xa0;{usual}&#xa0;».</translation>
    </message>
    <message>
        <source>Remove the field “{key}”</source>
        <translation>Supprimer le champ «&#xa0;{key}&#xa0;»</translation>
    </message>
    <message>
        <source>Edit in the source</source>
        <translation>Modifier dans la source</translation>
    </message>
</context>
<context>
    <name>GitTelling</name>
    <message>
        <source>Git is not installed here. Once it is, its commands work.</source>
        <translation>Git n’est pas installé ici. Une fois installé, ses commandes marcheront.</translation>
    </message>
    <message>
        <source>{folder} is not in a Git repository, or in one that Git does not trust.</source>
        <translation>{folder} n’est pas dans un dépôt Git, ou dans un dépôt auquel Git ne fait pas confiance.</translation>
    </message>
    <message>
        <source>Git could not be asked: {reason}</source>
        <translation>Git n’a pas pu répondre&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>A short guide</source>
        <translation>Petit guide</translation>
    </message>
    <message>
        <source>in the menu</source>
        <translation>au menu</translation>
    </message>
</context>
<context>
    <name>HeadingChooser</name>
    <message>
        <source>Headings of this post</source>
        <translation>Intertitres de cet article</translation>
    </message>
    <message>
        <source>Search headings</source>
        <translation>Chercher un intertitre</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Intertitres</translation>
    </message>
    <message>
        <source>{heading}, level {level}</source>
        <translation>{heading}, niveau {level}</translation>
    </message>
    <message>
        <source>This post has no headings.</source>
        <translation>Cet article n’a pas d’intertitres.</translation>
    </message>
    <message>
        <source>{shown} of {all} headings</source>
        <translation>{shown} intertitres sur {all}</translation>
    </message>
</context>
<context>
    <name>HeldElsewhere</name>
    <message>
        <source>{name} is open in another Blog Editor, so it is read-only here.</source>
        <translation>{name} est ouvert dans un autre Blog Editor, et donc ici en lecture seule.</translation>
    </message>
    <message>
        <source>Show it there</source>
        <translation>L’y montrer</translation>
    </message>
    <message>
        <source>Edit it here</source>
        <translation>Le modifier ici</translation>
    </message>
    <message>
        <source>The other Blog Editor does not answer. {name} is read-only here.</source>
        <translation>L’autre Blog Editor ne répond pas. {name} est ici en lecture seule.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Each save and each reload keeps the version before for 30 days, outside your site&apos;s folder. Bringing one back is a change that can be undone.</source>
        <translation>Chaque enregistrement et chaque rechargement garde la version précédente pendant 30 jours, hors du dossier de votre site. En rétablir une est un changement qui s’annule.</translation>
    </message>
    <message>
        <source>{name} has no earlier versions yet.</source>
        <translation>{name} n’a pas encore de versions antérieures.</translation>
    </message>
    <message>
        <source>Bring this version back</source>
        <translation>Rétablir cette version</translation>
    </message>
    <message>
        <source>Earlier versions of {name}</source>
        <translation>Versions antérieures de {name}</translation>
    </message>
    <message>
        <source>replaced by your save</source>
        <translation>remplacée par votre enregistrement</translation>
    </message>
    <message>
        <source>of another program, replaced by your save</source>
        <translation>d’un autre programme, remplacée par votre enregistrement</translation>
    </message>
    <message>
        <source>replaced by another program</source>
        <translation>remplacée par un autre programme</translation>
    </message>
    <message>
        <source>your unsaved text, given up for the file&apos;s</source>
        <translation>votre texte non enregistré, abandonné pour celui du fichier</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>This version can no longer be read.</source>
        <translation>Cette version n’est plus lisible.</translation>
    </message>
</context>
<context>
    <name>ImageBar</name>
    <message>
        <source>The image</source>
        <translation>L’image</translation>
    </message>
    <message>
        <source>What the image shows, for those who do not see it</source>
        <translation>Ce que montre l’image, pour qui ne la voit pas</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>Texte de remplacement</translation>
    </message>
    <message>
        <source>Width of the image</source>
        <translation>Largeur de l’image</translation>
    </message>
    <message>
        <source>Remove place and camera (EXIF)</source>
        <translation>Retirer lieu et appareil (EXIF)</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Put the image in (Enter)</source>
        <translation>Insérer l’image (Entrée)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Leave the image out (Esc)</source>
        <translation>Ne pas insérer l’image (Échap)</translation>
    </message>
    <message>
        <source>Reading the image…</source>
        <translation>Lecture de l’image…</translation>
    </message>
    <message>
        <source>As it is: {width} × {height}</source>
        <translation>Telle quelle&#xa0;: {width} × {height}</translation>
    </message>
    <message>
        <source>{width} pixels wide</source>
        <translation>{width} pixels de large</translation>
    </message>
</context>
<context>
    <name>ImageInsertion</name>
    <message>
        <source>Images ({patterns})</source>
        <translation>Images ({patterns})</translation>
    </message>
    <message>
        <source>Insert an image</source>
        <translation>Insérer une image</translation>
    </message>
    <message>
        <source>Save the post first: then its image has a place to be kept in.</source>
        <translation>Enregistrez d’abord l’article&#xa0;: son image aura alors un endroit où être gardée.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>It lies in the site already: {address}</source>
        <translation>Elle est déjà dans le site&#xa0;: {address}</translation>
    </message>
    <message>
        <source>It is kept as {file}</source>
        <translation>Elle sera gardée sous {file}</translation>
    </message>
</context>
<context>
    <name>KeyBox</name>
    <message>
        <source>Press the keys…</source>
        <translation>Pressez les touches…</translation>
    </message>
</context>
<context>
    <name>LinkBar</name>
    <message>
        <source>Address of the link</source>
        <translation>Adresse du lien</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>LinkBox</name>
    <message>
        <source>A post&apos;s title, or an address</source>
        <translation>Le titre d’un article, ou une adresse</translation>
    </message>
    <message>
        <source>Link to</source>
        <translation>Lien vers</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Enter takes the address as it is</source>
        <translation>Entrée prend l’adresse telle quelle</translation>
    </message>
    <message>
        <source>Reading the posts…</source>
        <translation>Lecture des articles…</translation>
    </message>
    <message>
        <source>Enter links to the post, Esc closes</source>
        <translation>Entrée fait un lien vers l’article, Échap ferme</translation>
    </message>
    <message>
        <source>No post has these words; Enter takes them as an address</source>
        <translation>Aucun article n’a ces mots&#x202f;; Entrée les prend pour adresse</translation>
    </message>
</context>
<context>
    <name>LongPosts</name>
    <message>
        <source>{name} is very long: it is shown as plain text, without form, preview, colours and counts. What you type is kept aside every two seconds.</source>
        <translation>{name} est très long&#xa0;: il est affiché comme simple texte, sans formulaire, aperçu, couleurs ni décomptes. Ce que vous tapez est mis de côté toutes les deux secondes.</translation>
    </message>
    <message>
        <source>{name} is long: form, preview and counts wait until you ask for them. Its source has no colours, and what you type is kept aside every two seconds.</source>
        <translation>{name} est long&#xa0;: formulaire, aperçu et décomptes attendent que vous les demandiez. Sa source n’a pas de couleurs, et ce que vous tapez est mis de côté toutes les deux secondes.</translation>
    </message>
    <message>
        <source>Show form and preview</source>
        <translation>Afficher le formulaire et l’aperçu</translation>
    </message>
    <message>
        <source>{name} is long: its source has no colours, and what you type is kept aside every two seconds.</source>
        <translation>{name} est long&#xa0;: sa source est sans couleurs, et ce que vous tapez est mis de côté toutes les deux secondes.</translation>
    </message>
</context>
<context>
    <name>MappingBox</name>
    <message>
        <source>Edit in the source</source>
        <translation>Modifier dans la source</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge {name}</source>
        <translation>Fusionner {name}</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Votre texte</translation>
    </message>
    <message>
        <source>The file&apos;s text</source>
        <translation>Le texte du fichier</translation>
    </message>
    <message>
        <source>Both, one after the other</source>
        <translation>Les deux, l’un après l’autre</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Use the merged text</source>
        <translation>Prendre le texte fusionné</translation>
    </message>
    <message>
        <source>Choose what is to stand where both changed the same. All other changes, yours and the file&apos;s, are in the merged text.</source>
        <translation>Choisissez ce qui doit rester là où les deux ont changé le même endroit. Tous les autres changements, les vôtres et ceux du fichier, sont dans le texte fusionné.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Place {number} of {all}</source>
        <translation>Endroit {number} sur {all}</translation>
    </message>
</context>
<context>
    <name>NamingBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
</context>
<context>
    <name>OpenPosts</name>
    <message>
        <source>Open a post</source>
        <translation>Ouvrir un article</translation>
    </message>
    <message>
        <source>Posts ({patterns})</source>
        <translation>Articles ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>{name} is open in another Blog Editor.</source>
        <translation>{name} est ouvert dans un autre Blog Editor.</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>Open as Windows-1252</source>
        <translation>Ouvrir en Windows-1252</translation>
    </message>
    <message>
        <source>A post is just being saved as {name}. Open it again when that is done.</source>
        <translation>Un article est en train d’être enregistré sous le nom {name}. Rouvrez-le quand ce sera fait.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message>
        <source>Outline</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>This post has no headings.</source>
        <translation>Cet article n’a pas d’intertitres.</translation>
    </message>
</context>
<context>
    <name>OutsideChanges</name>
    <message>
        <source>Another program has changed {name}. Its new text is shown.</source>
        <translation>Un autre programme a modifié {name}. Son nouveau texte est affiché.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Not saved: another program has written {name} meanwhile.</source>
        <translation>Non enregistré&#xa0;: un autre programme a écrit {name} entre-temps.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>{name} was deleted or moved. Your text is kept here.</source>
        <translation>{name} a été supprimé ou déplacé. Votre texte est gardé ici.</translation>
    </message>
    <message>
        <source>The folder of {name} is not there any more: deleted, renamed or not mounted. Your text is kept here.</source>
        <translation>Le dossier de {name} n’est plus là&#xa0;: supprimé, renommé ou non monté. Votre texte est gardé ici.</translation>
    </message>
    <message>
        <source>{name} cannot be read any more. Your text is kept here.</source>
        <translation>{name} n’est plus lisible. Votre texte est gardé ici.</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>L’enregistrer à nouveau</translation>
    </message>
    <message>
        <source>{name} is now called {new}.</source>
        <translation>{name} s’appelle maintenant {new}.</translation>
    </message>
    <message>
        <source>Go on with {new}</source>
        <translation>Continuer avec {new}</translation>
    </message>
    <message>
        <source>Another program has changed {name} too, in other places. Its changes and yours are both in the text, which is not saved yet.</source>
        <translation>Un autre programme a aussi modifié {name}, à d’autres endroits. Ses changements et les vôtres sont tous dans le texte, qui n’est pas encore enregistré.</translation>
    </message>
    <message>
        <source>Your text before</source>
        <translation>Votre texte d’avant</translation>
    </message>
    <message>
        <source>With both changes</source>
        <translation>Avec les deux changements</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparer…</translation>
    </message>
    <message>
        <source>Save both</source>
        <translation>Enregistrer les deux</translation>
    </message>
    <message>
        <source>Another program has changed {name} in the same places as you. Both texts are kept.</source>
        <translation>Un autre programme a modifié {name} aux mêmes endroits que vous. Les deux textes sont gardés.</translation>
    </message>
    <message>
        <source>Another program has made of {name} what is no text. Yours is kept here.</source>
        <translation>Un autre programme a fait de {name} autre chose qu’un texte. Le vôtre est gardé ici.</translation>
    </message>
    <message>
        <source>Not saved: another program has changed {name}. Both texts are kept.</source>
        <translation>Non enregistré&#xa0;: un autre programme a modifié {name}. Les deux textes sont gardés.</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Votre texte</translation>
    </message>
    <message>
        <source>The file&apos;s text</source>
        <translation>Le texte du fichier</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Fusionner…</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder le mien</translation>
    </message>
    <message>
        <source>Take the file&apos;s</source>
        <translation>Prendre celui du fichier</translation>
    </message>
    <message>
        <source>Compare {name}</source>
        <translation>Comparer {name}</translation>
    </message>
</context>
<context>
    <name>PathBox</name>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Choose a file (Alt+Down)</source>
        <translation>Choisir un fichier (Alt+Bas)</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Ce fichier n’existe pas.</translation>
    </message>
</context>
<context>
    <name>PausePanel</name>
    <message>
        <source>Show the preview again</source>
        <translation>Afficher de nouveau l’aperçu</translation>
    </message>
</context>
<context>
    <name>PlainPreview</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>The rest is too long for this simple preview.</source>
        <translation>La suite est trop longue pour cet aperçu simplifié.</translation>
    </message>
</context>
<context>
    <name>PostChooser</name>
    <message>
        <source>Posts of {folder}</source>
        <translation>Articles de {folder}</translation>
    </message>
    <message>
        <source>Search titles and names</source>
        <translation>Chercher dans les titres et les noms</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Reading the folder…</source>
        <translation>Lecture du dossier…</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>{shown} of {all} posts</source>
        <translation>Articles&#xa0;: {shown} sur {all}</translation>
    </message>
</context>
<context>
    <name>PostFiles</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>This post has no file yet: save it first.</source>
        <translation>Cet article n’a pas encore de fichier&#xa0;: enregistrez-le d’abord.</translation>
    </message>
</context>
<context>
    <name>PostInGit</name>
    <message>
        <source>Save the post first: Git knows files alone.</source>
        <translation>Enregistrez d’abord l’article&#xa0;: Git ne connaît que des fichiers.</translation>
    </message>
    <message>
        <source>{name} is new: no commit has it yet.</source>
        <translation>{name} est nouveau&#xa0;: aucun commit ne le contient encore.</translation>
    </message>
    <message>
        <source>Changes of {name} in Git</source>
        <translation>Modifications de {name} dans Git</translation>
    </message>
    <message>
        <source>Last commit</source>
        <translation>Dernier commit</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>{name} is as the last commit has it.</source>
        <translation>{name} est tel que dans le dernier commit.</translation>
    </message>
    <message>
        <source>{name} can only be read.</source>
        <translation>{name} ne peut être que lu.</translation>
    </message>
    <message>
        <source>{name} has the text of the last commit again. Undo brings yours back.</source>
        <translation>{name} a de nouveau le texte du dernier commit. Annuler ramène le vôtre.</translation>
    </message>
</context>
<context>
    <name>PostNaming</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>Without a title: an empty post, which has no file yet.</source>
        <translation>Sans titre&#xa0;: un article vide, qui n’a pas encore de fichier.</translation>
    </message>
    <message>
        <source>The site&apos;s template holds what is not known here, left out: {actions}</source>
        <translation>Le modèle du site contient ce qui n’est pas connu ici et a été laissé de côté&#xa0;: {actions}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>By title and date</source>
        <translation>D’après le titre et la date</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>No file can be called so.</source>
        <translation>Aucun fichier ne peut s’appeler ainsi.</translation>
    </message>
    <message>
        <source>There is something called {name} there already.</source>
        <translation>Il y a déjà là quelque chose du nom de {name}.</translation>
    </message>
</context>
<context>
    <name>PostSaving</name>
    <message>
        <source>Save the post as</source>
        <translation>Enregistrer l’article sous</translation>
    </message>
    <message>
        <source>Not saved: {name} is open in another Blog Editor. Close it there first.</source>
        <translation>Non enregistré&#xa0;: {name} est ouvert dans un autre Blog Editor. Fermez-le d’abord là-bas.</translation>
    </message>
    <message>
        <source>Saved, but the disk did not confirm that it is written.</source>
        <translation>Enregistré, mais le disque n’a pas confirmé l’écriture.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Show the copy</source>
        <translation>Afficher la copie</translation>
    </message>
    <message>
        <source>Not saved: {name} is open here too, in a tab or another window. Close it there first.</source>
        <translation>Non enregistré&#xa0;: {name} est ouvert ici aussi, dans un onglet ou une autre fenêtre. Fermez-le d’abord là-bas.</translation>
    </message>
</context>
<context>
    <name>PostTabs</name>
    <message>
        <source>Open posts</source>
        <translation>Articles ouverts</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>PostTrash</name>
    <message>
        <source>{name} stays where it is: it could not be put in the trash ({reason}).</source>
        <translation>{name} reste où il est&#xa0;: il n’a pas pu être mis à la corbeille ({reason}).</translation>
    </message>
    <message>
        <source>{name}, with all that lies in it, is in the trash of your system.</source>
        <translation>{name}, avec tout ce qui s’y trouve, est dans la corbeille de votre système.</translation>
    </message>
    <message>
        <source>{name} is in the trash of your system.</source>
        <translation>{name} est dans la corbeille de votre système.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Le remettre en place</translation>
    </message>
</context>
<context>
    <name>PostsList</name>
    <message>
        <source>Posts</source>
        <translation>Articles</translation>
    </message>
</context>
<context>
    <name>PostsPane</name>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>draft · edited {day}</source>
        <translation>brouillon · modifié {day}</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>front matter needs a fix</source>
        <translation>en-tête à corriger</translation>
    </message>
    <message>
        <source>a template tag needs a fix</source>
        <translation>balise de gabarit à corriger</translation>
    </message>
    <message>
        <source>its name needs a date</source>
        <translation>date manquante dans le nom</translation>
    </message>
    <message>
        <source>two versions to merge</source>
        <translation>deux versions à fusionner</translation>
    </message>
    <message>
        <source>its date needs a fix</source>
        <translation>date à corriger</translation>
    </message>
    <message>
        <source>its draft mark needs a look</source>
        <translation>marque de brouillon à revoir</translation>
    </message>
    <message>
        <source>needs a fix</source>
        <translation>à corriger</translation>
    </message>
    <message>
        <source>This post cannot be read.</source>
        <translation>Cet article ne peut pas être lu.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Open in a ne&amp;w window</source>
        <translation>Ouvrir dans une autre &amp;fenêtre</translation>
    </message>
    <message>
        <source>Only &amp;drafts</source>
        <translation>&amp;Brouillons seuls</translation>
    </message>
    <message>
        <source>Only posts to &amp;mend</source>
        <translation>Seuls les articles à &amp;corriger</translation>
    </message>
    <message>
        <source>By t&amp;ag</source>
        <translation>Par é&amp;tiquette</translation>
    </message>
    <message>
        <source>By &amp;category</source>
        <translation>Par caté&amp;gorie</translation>
    </message>
    <message>
        <source>By &amp;year</source>
        <translation>Par &amp;année</translation>
    </message>
    <message>
        <source>&amp;Newest first</source>
        <translation>Les plus &amp;récents d’abord</translation>
    </message>
    <message>
        <source>&amp;Oldest first</source>
        <translation>Les plus anc&amp;iens d’abord</translation>
    </message>
    <message>
        <source>By &amp;title</source>
        <translation>&amp;Par titre</translation>
    </message>
    <message>
        <source>&amp;Last changed first</source>
        <translation>&amp;Derniers modifiés d’abord</translation>
    </message>
    <message>
        <source>Sort and filter</source>
        <translation>Trier et filtrer</translation>
    </message>
    <message>
        <source>Search {number} posts</source>
        <translation>Chercher dans {number} articles</translation>
    </message>
    <message>
        <source>Search posts</source>
        <translation>Chercher dans les articles</translation>
    </message>
    <message>
        <source>No post has “{words}”.</source>
        <translation>Aucun article ne contient «&#xa0;{words}&#xa0;».</translation>
    </message>
    <message>
        <source>No posts here yet.</source>
        <translation>Aucun article ici pour l’instant.</translation>
    </message>
    <message>
        <source>Looking for posts…</source>
        <translation>Recherche des articles…</translation>
    </message>
    <message>
        <source>Reading: {done} of {all} posts</source>
        <translation>Lecture&#xa0;: {done} articles sur {all}</translation>
    </message>
    <message>
        <source>The folder cannot be read any further.</source>
        <translation>La lecture du dossier s’est interrompue.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>This site ({name})</source>
        <translation>Ce site ({name})</translation>
    </message>
    <message>
        <source>Search settings and keys</source>
        <translation>Chercher un réglage, une touche</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Parties de la page</translation>
    </message>
    <message>
        <source>No setting of that name</source>
        <translation>Aucun réglage de ce nom</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>This site</source>
        <translation>Ce site</translation>
    </message>
</context>
<context>
    <name>PreviewColumn</name>
    <message>
        <source>To install it:</source>
        <translation>Pour l’installer&#xa0;:</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Site&apos;s generator</source>
        <translation>Générateur du site</translation>
    </message>
    <message>
        <source>In your site</source>
        <translation>Dans votre site</translation>
    </message>
    <message>
        <source>Build the site</source>
        <translation>Construire le site</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>The program runs as root, so the preview runs without a sandbox.</source>
        <translation>Le programme est lancé en tant que root&#xa0;: l’aperçu fonctionne sans bac à sable.</translation>
    </message>
    <message>
        <source>Image not found: {}</source>
        <translation>Image introuvable&#xa0;: {}</translation>
    </message>
    <message>
        <source>Image on {}, not loaded in the preview</source>
        <translation>Image sur {}, non chargée dans l’aperçu</translation>
    </message>
    <message>
        <source>Embedded content, not loaded in the preview</source>
        <translation>Contenu intégré, non chargé dans l’aperçu</translation>
    </message>
    <message>
        <source>Content from {} – opens in your browser</source>
        <translation>Contenu de {} – s’ouvre dans votre navigateur</translation>
    </message>
    <message>
        <source>Video from {} – opens in your browser</source>
        <translation>Vidéo de {} – s’ouvre dans votre navigateur</translation>
    </message>
    <message>
        <source>Sound from {} – opens in your browser</source>
        <translation>Son de {} – s’ouvre dans votre navigateur</translation>
    </message>
    <message>
        <source>Map from {} – opens in your browser</source>
        <translation>Carte de {} – s’ouvre dans votre navigateur</translation>
    </message>
    <message>
        <source>Code from {} – opens in your browser</source>
        <translation>Code de {} – s’ouvre dans votre navigateur</translation>
    </message>
    <message>
        <source>Script, not run in the preview</source>
        <translation>Script, non exécuté dans l’aperçu</translation>
    </message>
    <message>
        <source>Script from {}, not run in the preview</source>
        <translation>Script de {}, non exécuté dans l’aperçu</translation>
    </message>
    <message>
        <source>The preview could not show this text.</source>
        <translation>L’aperçu n’a pas pu afficher ce texte.</translation>
    </message>
    <message>
        <source>The web engine stops as soon as it starts.</source>
        <translation>Le moteur web s’arrête dès son démarrage.</translation>
    </message>
    <message>
        <source>The preview stopped twice. Something in this post may be too much for it.</source>
        <translation>L’aperçu s’est arrêté deux fois. Quelque chose dans cet article est peut-être trop lourd pour lui.</translation>
    </message>
    <message>
        <source>The preview stopped, and was started again.</source>
        <translation>L’aperçu s’est arrêté, puis a été relancé.</translation>
    </message>
    <message>
        <source>The preview is off: the test of its protection failed.</source>
        <translation>L’aperçu est désactivé&#xa0;: le test de sa protection a échoué.</translation>
    </message>
    <message>
        <source>The full preview cannot start, because {} is missing on this computer. A simple preview is shown in its place.</source>
        <translation>L’aperçu complet ne peut pas démarrer, car {} manque sur cet ordinateur. Un aperçu simplifié le remplace.</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Pages printed</source>
        <translation>Pages imprimées</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 page</translation>
    </message>
    <message>
        <source>{number} pages</source>
        <translation>{number} pages</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Page entière</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Your settings could not be kept: {reason}.</source>
        <translation>Vos réglages n’ont pas pu être conservés&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The language changes with the next window that opens.</source>
        <translation>La langue changera à l’ouverture de la prochaine fenêtre.</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Regarder dans&#xa0;:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Type de fichiers&#xa0;:</translation>
    </message>
</context>
<context>
    <name>ReadOnlyBox</name>
    <message>
        <source>Edit in the source</source>
        <translation>Modifier dans la source</translation>
    </message>
</context>
<context>
    <name>RecoveryOffer</name>
    <message>
        <source>{name} was not written whole when the program last ended. What it held before is kept.</source>
        <translation>{name} n’a pas été écrit en entier avant le dernier arrêt du programme. Son contenu précédent est conservé.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Le récupérer</translation>
    </message>
    <message>
        <source>{number} posts have text that was not saved when the program ended.</source>
        <translation>{number} articles ont du texte qui n’était pas enregistré quand le programme s’est arrêté.</translation>
    </message>
    <message>
        <source>{name} has text of {typed} that was not saved. The file is of {saved}.</source>
        <translation>{name} a du texte du {typed} qui n’a pas été enregistré. Le fichier date du {saved}.</translation>
    </message>
    <message>
        <source>no known time</source>
        <translation>date inconnue</translation>
    </message>
    <message>
        <source>A new post with text of {typed} was never saved.</source>
        <translation>Un nouvel article, avec du texte du {typed}, n’a jamais été enregistré.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Recover all</source>
        <translation>Tout récupérer</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparer…</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>Recovering puts the text into the post, as a change that can be undone; the file stays as it is until you save. Unsaved texts are kept for 30 days.</source>
        <translation>Récupérer met le texte dans l’article, comme un changement qui s’annule&#x202f;; le fichier reste tel quel jusqu’à ce que vous enregistriez. Les textes non enregistrés sont gardés 30 jours.</translation>
    </message>
    <message>
        <source>There are no unsaved texts.</source>
        <translation>Il n’y a pas de textes non enregistrés.</translation>
    </message>
    <message>
        <source>Unsaved texts</source>
        <translation>Textes non enregistrés</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>not saved, as you chose</source>
        <translation>non enregistré, à votre choix</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>non enregistré</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>Pas de fichier</translation>
    </message>
    <message>
        <source>The file, of {time}</source>
        <translation>Le fichier, du {time}</translation>
    </message>
    <message>
        <source>Unsaved, of {time}</source>
        <translation>Non enregistré, du {time}</translation>
    </message>
    <message>
        <source>The text of {name} is kept: the post is read-only here now.</source>
        <translation>Le texte de {name} est gardé&#xa0;: l’article est maintenant en lecture seule ici.</translation>
    </message>
</context>
<context>
    <name>RenameOffer</name>
    <message>
        <source>By its title and date the file would be called {name}.</source>
        <translation>D’après son titre et sa date, le fichier s’appellerait {name}.</translation>
    </message>
    <message>
        <source>Rename it</source>
        <translation>Le renommer</translation>
    </message>
</context>
<context>
    <name>ReportWindow</name>
    <message>
        <source>An error in Blog Editor</source>
        <translation>Une erreur dans Blog Editor</translation>
    </message>
    <message>
        <source>Something went wrong inside Blog Editor that should not. Your text is kept, and you can go on; saving now is a good idea.

To have it mended, copy this report into an issue of the project. Please look it over before: it can name your files.</source>
        <translation>Une erreur imprévue s’est produite dans Blog Editor. Votre texte est gardé, et vous pouvez continuer&#x202f;; enregistrer maintenant est une bonne idée.

Pour que ce soit corrigé, copiez ce rapport dans un ticket du projet. Relisez-le d’abord&#xa0;: il peut nommer vos fichiers.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>Unsaved text is not kept aside for now: {reason} ({folder}). Saving works.</source>
        <translation>Le texte non enregistré n’est pas mis de côté pour l’instant&#xa0;: {reason} ({folder}). L’enregistrement fonctionne.</translation>
    </message>
    <message>
        <source>Saved. The version before could not be kept: {reason} ({folder}).</source>
        <translation>Enregistré. La version précédente n’a pas pu être gardée&#xa0;: {reason} ({folder}).</translation>
    </message>
</context>
<context>
    <name>SealedView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy &amp;link address</source>
        <translation>Copier l’adresse du &amp;lien</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>SearchOptions</name>
    <message>
        <source>Capitals count (Alt+C)</source>
        <translation>Respecter la casse (Alt+C)</translation>
    </message>
    <message>
        <source>Whole words (Alt+W)</source>
        <translation>Mots entiers (Alt+W)</translation>
    </message>
    <message>
        <source>Regular expression (Alt+X)</source>
        <translation>Expression régulière (Alt+X)</translation>
    </message>
</context>
<context>
    <name>ShortcutRows</name>
    <message>
        <source>Keys of {command}</source>
        <translation>Touches de «&#xa0;{command}&#xa0;»</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reset the keys of {command}</source>
        <translation>Rétablir les touches de «&#xa0;{command}&#xa0;»</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Keys as in another program</source>
        <translation>Touches d’un autre logiciel</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout rétablir</translation>
    </message>
    <message>
        <source>Commands that it has not keep their keys.</source>
        <translation>Les commandes qu’il n’a pas gardent leurs touches.</translation>
    </message>
    <message>
        <source>{keys} is “{command}” already.</source>
        <translation>{keys} est déjà «&#xa0;{command}&#xa0;».</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>La lui reprendre</translation>
    </message>
    <message>
        <source>{keys} has its own meaning in every text; choose others.</source>
        <translation>{keys} a déjà un sens dans tout texte&#x202f;; choisissez autre chose.</translation>
    </message>
    <message>
        <source>{keys} writes a letter; add Ctrl or Alt.</source>
        <translation>{keys} écrit une lettre&#x202f;; ajoutez Ctrl ou Alt.</translation>
    </message>
</context>
<context>
    <name>SiteLook</name>
    <message>
        <source>Looking for the page of this post…</source>
        <translation>Recherche de la page de cet article…</translation>
    </message>
    <message>
        <source>The site could not be read: {}</source>
        <translation>Le site n’a pas pu être lu&#xa0;: {}</translation>
    </message>
    <message>
        <source>The place of the article was not found in the page {}.</source>
        <translation>La place de l’article n’a pas été trouvée dans la page {}.</translation>
    </message>
    <message>
        <source>This post lies in no site: no folder above it has the settings of a generator.</source>
        <translation>Cet article n’est dans aucun site&#xa0;: aucun dossier au-dessus de lui ne contient les réglages d’un générateur.</translation>
    </message>
    <message>
        <source>The site has not been built on this computer yet, so there is no page to show the article in.</source>
        <translation>Le site n’a pas encore été construit sur cet ordinateur&#xa0;: il n’y a donc pas de page où montrer l’article.</translation>
    </message>
    <message>
        <source>No page of a post was found in the built site, {}.</source>
        <translation>Aucune page d’article n’a été trouvée dans le site construit, {}.</translation>
    </message>
    <message>
        <source>This command builds the site, in the folder {}. It runs the site’s own code – its plugins, its theme, its settings – with your rights: run it only for a site that you trust.</source>
        <translation>Cette commande construit le site, dans le dossier {}. Elle exécute le code du site lui-même – ses extensions, son thème, ses réglages – avec vos droits&#xa0;: ne la lancez que pour un site en qui vous avez confiance.</translation>
    </message>
    <message>
        <source>This is no command: a quote stays open.</source>
        <translation>Ce n’est pas une commande&#xa0;: un guillemet reste ouvert.</translation>
    </message>
    <message>
        <source>Building: {}</source>
        <translation>Construction&#xa0;: {}</translation>
    </message>
    <message>
        <source>The build was stopped.</source>
        <translation>La construction a été arrêtée.</translation>
    </message>
    <message>
        <source>{} was not found on this computer, or cannot be run. Is the site’s generator installed?</source>
        <translation>{} est introuvable sur cet ordinateur, ou ne peut pas être lancé. Le générateur du site est-il installé&#x202f;?</translation>
    </message>
    <message>
        <source>The build ended unexpectedly.</source>
        <translation>La construction s’est terminée de façon inattendue.</translation>
    </message>
    <message>
        <source>The build failed (exit code {}).</source>
        <translation>La construction a échoué (code de sortie {}).</translation>
    </message>
    <message>
        <source>In the page of “{}”: this post has none yet</source>
        <translation>Dans la page de «&#xa0;{}&#xa0;»&#xa0;: cet article n’en a pas encore</translation>
    </message>
    <message>
        <source>As built: {}</source>
        <translation>Telle que construite&#xa0;: {}</translation>
    </message>
</context>
<context>
    <name>SitePanel</name>
    <message>
        <source>Command that builds the site</source>
        <translation>Commande qui construit le site</translation>
    </message>
    <message>
        <source>Places that the build names</source>
        <translation>Endroits que la construction signale</translation>
    </message>
    <message>
        <source>Output of the build</source>
        <translation>Messages de la construction</translation>
    </message>
    <message>
        <source>Build the site…</source>
        <translation>Construire le site…</translation>
    </message>
    <message>
        <source>Run this command</source>
        <translation>Lancer cette commande</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SiteRows</name>
    <message>
        <source>Keep these in the site’s folder, for who works on it too</source>
        <translation>Les garder dans le dossier du site, pour qui y travaille aussi</translation>
    </message>
    <message>
        <source>In {file}; the command that builds it stays outside.</source>
        <translation>Dans {file}&#x202f;; la commande de construction reste au dehors.</translation>
    </message>
    <message>
        <source>A folder of the site, such as /assets/images.</source>
        <translation>Un dossier du site, comme /assets/images.</translation>
    </message>
    <message>
        <source>The settings of this site could not be kept: {reason}.</source>
        <translation>Les réglages de ce site n’ont pas pu être gardés&#xa0;: {reason}.</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>The post&apos;s text in Markdown</source>
        <translation>Le texte de l’article en Markdown</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>Spelling cannot be checked: {reason}</source>
        <translation>L’orthographe ne peut pas être vérifiée&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Recherche de suggestions…</translation>
    </message>
    <message>
        <source>&amp;Add to my dictionary</source>
        <translation>&amp;Ajouter à mon dictionnaire</translation>
    </message>
    <message>
        <source>&amp;Ignore in this post</source>
        <translation>&amp;Ignorer dans cet article</translation>
    </message>
    <message>
        <source>Add to this &amp;site&apos;s words</source>
        <translation>Ajouter aux mots de ce &amp;site</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Aucune suggestion</translation>
    </message>
    <message>
        <source>The word could not be kept in {file}: {reason}</source>
        <translation>Le mot n’a pas pu être gardé dans {file}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnue</translation>
    </message>
    <message>
        <source>As the post says ({language})</source>
        <translation>Celle de l’article ({language})</translation>
    </message>
    <message>
        <source>None in this post</source>
        <translation>Aucune dans cet article</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Reading time</source>
        <translation>Temps de lecture</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Long post</source>
        <translation>Article long</translation>
    </message>
    <message>
        <source>Site&apos;s generator</source>
        <translation>Générateur du site</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Encoding and line ends</source>
        <translation>Encodage et fins de ligne</translation>
    </message>
    <message>
        <source>Saved or not</source>
        <translation>Enregistré ou non</translation>
    </message>
    <message>
        <source>No words</source>
        <translation>0 mot</translation>
    </message>
    <message>
        <source>{number} words</source>
        <translation>{number}&#xa0;mots</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1&#xa0;mot</translation>
    </message>
    <message>
        <source>{number} min read</source>
        <translation>{number}&#xa0;min de lecture</translation>
    </message>
    <message>
        <source>Long: kept aside every 2 s</source>
        <translation>Long&#xa0;: mis de côté toutes les 2&#xa0;s</translation>
    </message>
    <message>
        <source>Ln {line}, Col {column}</source>
        <translation>Lig.&#xa0;{line}, col.&#xa0;{column}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Length of the field</source>
        <translation>Longueur du champ</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} sur {all}</translation>
    </message>
    <message>
        <source>{number} characters, with spaces</source>
        <translation>{number} caractères, espaces compris</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Publication</translation>
    </message>
</context>
<context>
    <name>TableSize</name>
    <message>
        <source>{rows} rows × {columns} columns</source>
        <translation>{rows} lignes × {columns} colonnes</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Rename a tag in all posts</source>
        <translation>Renommer une étiquette dans tous les articles</translation>
    </message>
    <message>
        <source>Posts that have it</source>
        <translation>Articles qui l’ont</translation>
    </message>
    <message>
        <source>Reading the posts…</source>
        <translation>Lecture des articles…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>&amp;Tag or category</source>
        <translation>É&amp;tiquette ou catégorie</translation>
    </message>
    <message>
        <source>&amp;New name</source>
        <translation>&amp;Nouveau nom</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>No post has tags or categories.</source>
        <translation>Aucun article n’a d’étiquette ni de catégorie.</translation>
    </message>
    <message>
        <source>category</source>
        <translation>catégorie</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>étiquette</translation>
    </message>
    <message>
        <source>1 post</source>
        <translation>1 article</translation>
    </message>
    <message>
        <source>{number} posts</source>
        <translation>{number} articles</translation>
    </message>
    <message>
        <source>Posts have “{name}” already: both become one.</source>
        <translation>Des articles ont déjà «&#xa0;{name}&#xa0;»&#xa0;: les deux n’en feront qu’une.</translation>
    </message>
    <message>
        <source>Almost the same is in use: {names}.</source>
        <translation>Presque pareil existe déjà&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Almost the same: {names}</source>
        <translation>Presque pareils&#xa0;: {names}</translation>
    </message>
    <message>
        <source>{title} – cannot be changed</source>
        <translation>{title} – ne peut pas être modifié</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>{number} posts have it.</source>
        <translation>{number} articles l’ont.</translation>
    </message>
    <message>
        <source>1 post changes.</source>
        <translation>1 article change.</translation>
    </message>
    <message>
        <source>{number} posts change.</source>
        <translation>{number} articles changent.</translation>
    </message>
</context>
<context>
    <name>TagRenaming</name>
    <message>
        <source>Open a post of the blog first: its tags are those of its posts.</source>
        <translation>Ouvrez d’abord un article du blog&#xa0;: ses étiquettes sont celles de ses articles.</translation>
    </message>
    <message>
        <source>A post has changed meanwhile, so nothing was done. Try again.</source>
        <translation>Un article a changé entre-temps, rien n’a donc été fait. Réessayez.</translation>
    </message>
    <message>
        <source>“{old}” is now “{new}” in {number} posts.</source>
        <translation>«&#xa0;{old}&#xa0;» s’appelle maintenant «&#xa0;{new}&#xa0;» dans {number} articles.</translation>
    </message>
    <message>
        <source>“{old}” is now “{new}” in 1 post.</source>
        <translation>«&#xa0;{old}&#xa0;» s’appelle maintenant «&#xa0;{new}&#xa0;» dans 1 article.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo in open posts</source>
        <translation>Annuler dans les articles ouverts</translation>
    </message>
    <message>
        <source>{name} has changed meanwhile, and still has “{old}”.</source>
        <translation>{name} a changé entre-temps et a toujours «&#xa0;{old}&#xa0;».</translation>
    </message>
</context>
<context>
    <name>TextCommands</name>
    <message>
        <source>Go to line</source>
        <translation>Aller à la ligne</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
</context>
<context>
    <name>TextLook</name>
    <message>
        <source>Text of the source</source>
        <translation>Texte de la source</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>The system&apos;s font for code</source>
        <translation>La police du système pour le code</translation>
    </message>
    <message>
        <source>Characters in a row</source>
        <translation>Caractères par ligne</translation>
    </message>
    <message>
        <source>as wide as the pane</source>
        <translation>toute la largeur</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Interligne</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#x202f;%</translation>
    </message>
</context>
<context>
    <name>TextsDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Typography</name>
    <message>
        <source>Signs can be set in French and English posts: name it in `lang`.</source>
        <translation>Les signes peuvent être réglés dans les articles en français et en anglais&#xa0;: indiquez la langue dans `lang`.</translation>
    </message>
    <message>
        <source>All signs are set as they should be.</source>
        <translation>Tous les signes sont comme il faut.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>With the signs set</source>
        <translation>Signes réglés</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 changement</translation>
    </message>
    <message>
        <source>{number} changes</source>
        <translation>{number} changements</translation>
    </message>
    <message>
        <source>Typographic signs</source>
        <translation>Signes typographiques</translation>
    </message>
    <message>
        <source>Quotes, apostrophes, dashes and spaces; code, tags and addresses stay.</source>
        <translation>Guillemets, apostrophes, tirets et espaces&#x202f;; le code, les balises et les adresses restent.</translation>
    </message>
    <message>
        <source>Set them</source>
        <translation>Régler</translation>
    </message>
    <message>
        <source>The post has changed meanwhile. Close this and try again.</source>
        <translation>L’article a changé entre-temps. Fermez ceci et recommencez.</translation>
    </message>
</context>
<context>
    <name>UnusedDialog</name>
    <message>
        <source>Images that no post uses</source>
        <translation>Images qu’aucun article n’utilise</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Montrer dans son dossier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Reading the site…</source>
        <translation>Lecture du site…</translation>
    </message>
    <message>
        <source>Every image of the site&apos;s image folder is named somewhere in the site.</source>
        <translation>Chaque image du dossier d’images est nommée quelque part dans le site.</translation>
    </message>
    <message>
        <source>{number} images, {size} in all, are named by no post, page, layout or style of the site. Other sites may show them all the same.</source>
        <translation>{number} images, {size} en tout, ne sont nommées par aucun article, page, modèle ou style du site. D’autres sites les montrent peut-être quand même.</translation>
    </message>
    <message>
        <source>1 image, of {size}, is named by no post, page, layout or style of the site. Other sites may show it all the same.</source>
        <translation>1 image, de {size}, n’est nommée par aucun article, page, modèle ou style du site. D’autres sites la montrent peut-être quand même.</translation>
    </message>
</context>
<context>
    <name>UnusedImages</name>
    <message>
        <source>Open a post of a site first: its images are looked at.</source>
        <translation>Ouvrez d’abord un article d’un site&#xa0;: ce sont ses images qu’on regarde.</translation>
    </message>
    <message>
        <source>{name} stays where it is: {reason}.</source>
        <translation>{name} reste à sa place&#xa0;: {reason}.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>The sample blog could not be copied to {folder}: {reason}.</source>
        <translation>Le blog d’exemple n’a pas pu être copié dans {folder}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>This is your copy of the sample blog: {folder}. Change what you like.</source>
        <translation>Voici votre copie du blog d’exemple&#xa0;: {folder}. Changez-y ce que vous voulez.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Type here, or begin with one of these</source>
        <translation>Écrivez ici, ou commencez par…</translation>
    </message>
    <message>
        <source>Recent posts</source>
        <translation>Articles récents</translation>
    </message>
    <message>
        <source>Recent sites</source>
        <translation>Sites récents</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Open a folder of posts</source>
        <translation>Ouvrir un dossier d’articles</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Aucun pour l’instant</translation>
    </message>
</context>
<context>
    <name>WindowPanes</name>
    <message>
        <source>Toolbar</source>
        <translation>Barre d’outils</translation>
    </message>
</context>
<context>
    <name>_Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>_Browser</name>
    <message>
        <source>Image not shown: {}</source>
        <translation>Image non affichée&#xa0;: {}</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Remove {word}</source>
        <translation>Retirer {word}</translation>
    </message>
    <message>
        <source>Drag it, or press Alt+Left or Alt+Right here, to move it</source>
        <translation>Pour la déplacer&#xa0;: la faire glisser, ou Alt+Gauche ou Alt+Droite ici</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>F&amp;ront matter</source>
        <translation>&amp;En-tête</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Articles &amp;récents</translation>
    </message>
    <message>
        <source>&amp;Remove a field</source>
        <translation>&amp;Supprimer un champ</translation>
    </message>
    <message>
        <source>&amp;Language of this post</source>
        <translation>&amp;Langue de cet article</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;New post</source>
        <translation>&amp;Nouvel article</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>Go to &amp;post…</source>
        <translation>Aller à l’&amp;article…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>&amp;Earlier versions…</source>
        <translation>&amp;Versions antérieures…</translation>
    </message>
    <message>
        <source>&amp;Unsaved texts…</source>
        <translation>&amp;Textes non enregistrés…</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Nouvelle &amp;fenêtre</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Couper</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Co&amp;pier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>Go to &amp;line…</source>
        <translation>Aller à la &amp;ligne…</translation>
    </message>
    <message>
        <source>Go to &amp;heading…</source>
        <translation>Aller à un &amp;intertitre…</translation>
    </message>
    <message>
        <source>&amp;Mark wrong words</source>
        <translation>&amp;Marquer les fautes</translation>
    </message>
    <message>
        <source>&amp;Next wrong word</source>
        <translation>Faute &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Suggestions…</source>
        <translation>Su&amp;ggestions…</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Gras</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>&amp;Italique</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>In&amp;tertitre</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>Cit&amp;ation</translation>
    </message>
    <message>
        <source>&amp;Add a field</source>
        <translation>&amp;Ajouter un champ</translation>
    </message>
    <message>
        <source>Front &amp;matter in the source</source>
        <translation>&amp;En-tête dans la source</translation>
    </message>
    <message>
        <source>Go to the &amp;form</source>
        <translation>Aller au &amp;formulaire</translation>
    </message>
    <message>
        <source>Go to the &amp;source</source>
        <translation>Aller à la so&amp;urce</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Formulaire</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Aperçu</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
    <message>
        <source>&amp;About Blog Editor</source>
        <translation>À &amp;propos de Blog Editor</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>Rec&amp;hercher…</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>Re&amp;mplacer…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Rechercher le &amp;suivant</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Rechercher le précé&amp;dent</translation>
    </message>
    <message>
        <source>L&amp;ines</source>
        <translation>Lig&amp;nes</translation>
    </message>
    <message>
        <source>Paste as plain te&amp;xt</source>
        <translation>Coller en te&amp;xte simple</translation>
    </message>
    <message>
        <source>Select the next li&amp;ke it</source>
        <translation>Sélectionner le s&amp;uivant identique</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Du&amp;plicate</source>
        <translation>Du&amp;pliquer</translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation>&amp;Joindre</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>I&amp;mage…</source>
        <translation>I&amp;mage…</translation>
    </message>
    <message>
        <source>Normal si&amp;ze</source>
        <translation>Taille &amp;normale</translation>
    </message>
    <message>
        <source>Full scree&amp;n</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>Foc&amp;us on the paragraph</source>
        <translation>Paragraphe en l&amp;umière</translation>
    </message>
    <message>
        <source>&amp;Typewriter</source>
        <translation>Mac&amp;hine à écrire</translation>
    </message>
    <message>
        <source>Te&amp;xt of the source…</source>
        <translation>&amp;Texte de la source…</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Fort contraste</translation>
    </message>
    <message>
        <source>High contrast, d&amp;ark ground</source>
        <translation>Fort contraste, fond so&amp;mbre</translation>
    </message>
    <message>
        <source>&amp;Duplicate the post</source>
        <translation>&amp;Dupliquer l’article</translation>
    </message>
    <message>
        <source>&amp;This post</source>
        <translation>&amp;Cet article</translation>
    </message>
    <message>
        <source>New &amp;draft</source>
        <translation>Nouveau &amp;brouillon</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>P&amp;ublier</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>Move to the &amp;trash</source>
        <translation>Mettre à la &amp;corbeille</translation>
    </message>
    <message>
        <source>&amp;Show its folder</source>
        <translation>&amp;Montrer son dossier</translation>
    </message>
    <message>
        <source>Make it a draft &amp;again</source>
        <translation>Remettre en &amp;brouillon</translation>
    </message>
    <message>
        <source>Secti&amp;ons</source>
        <translation>S&amp;ections</translation>
    </message>
    <message>
        <source>Outlin&amp;e</source>
        <translation>Plan &amp;de l’article</translation>
    </message>
    <message>
        <source>&amp;Fold or open</source>
        <translation>&amp;Replier ou déplier</translation>
    </message>
    <message>
        <source>Fold &amp;all</source>
        <translation>&amp;Tout replier</translation>
    </message>
    <message>
        <source>&amp;Open all</source>
        <translation>Tout dépli&amp;er</translation>
    </message>
    <message>
        <source>Rename a ta&amp;g in all posts…</source>
        <translation>Renommer une éti&amp;quette dans tous les articles…</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>Tablea&amp;u</translation>
    </message>
    <message>
        <source>&amp;Struck out</source>
        <translation>&amp;Barré</translation>
    </message>
    <message>
        <source>&amp;Numbered list</source>
        <translation>Liste &amp;numérotée</translation>
    </message>
    <message>
        <source>Code bl&amp;ock</source>
        <translation>Bloc &amp;de code</translation>
    </message>
    <message>
        <source>Task &amp;done</source>
        <translation>Tâche &amp;faite</translation>
    </message>
    <message>
        <source>Horizontal &amp;rule</source>
        <translation>Ligne de &amp;séparation</translation>
    </message>
    <message>
        <source>Bulleted &amp;list</source>
        <translation>Liste à &amp;puces</translation>
    </message>
    <message>
        <source>T&amp;ask list</source>
        <translation>Liste de tâc&amp;hes</translation>
    </message>
    <message>
        <source>Code in the &amp;generator&apos;s tags</source>
        <translation>Code dans les balises du géné&amp;rateur</translation>
    </message>
    <message>
        <source>Lin&amp;k</source>
        <translation>&amp;Lien</translation>
    </message>
    <message>
        <source>&amp;Footnote</source>
        <translation>N&amp;ote de bas de page</translation>
    </message>
    <message>
        <source>&amp;End of the excerpt</source>
        <translation>Fin de l’e&amp;xtrait</translation>
    </message>
    <message>
        <source>&amp;Next level</source>
        <translation>Niveau &amp;suivant</translation>
    </message>
    <message>
        <source>Level &amp;{number}</source>
        <translation>Niveau &amp;{number}</translation>
    </message>
    <message>
        <source>One level &amp;up</source>
        <translation>Un niveau plus &amp;haut</translation>
    </message>
    <message>
        <source>One level &amp;down</source>
        <translation>Un niveau plus &amp;bas</translation>
    </message>
    <message>
        <source>&amp;New table…</source>
        <translation>&amp;Nouveau tableau…</translation>
    </message>
    <message>
        <source>&amp;Tidy up</source>
        <translation>&amp;Aligner les colonnes</translation>
    </message>
    <message>
        <source>Row &amp;above</source>
        <translation>Ligne au-&amp;dessus</translation>
    </message>
    <message>
        <source>Row &amp;below</source>
        <translation>Ligne &amp;en dessous</translation>
    </message>
    <message>
        <source>Move the row &amp;up</source>
        <translation>&amp;Monter la ligne</translation>
    </message>
    <message>
        <source>Move the row &amp;down</source>
        <translation>Descendre la l&amp;igne</translation>
    </message>
    <message>
        <source>Delete the r&amp;ow</source>
        <translation>&amp;Supprimer la ligne</translation>
    </message>
    <message>
        <source>Column be&amp;fore</source>
        <translation>Colonne a&amp;vant</translation>
    </message>
    <message>
        <source>Column b&amp;ehind</source>
        <translation>Colonne a&amp;près</translation>
    </message>
    <message>
        <source>Delete the colu&amp;mn</source>
        <translation>S&amp;upprimer la colonne</translation>
    </message>
    <message>
        <source>Align &amp;left</source>
        <translation>Texte à &amp;gauche</translation>
    </message>
    <message>
        <source>Align at the &amp;centre</source>
        <translation>Texte au &amp;centre</translation>
    </message>
    <message>
        <source>Align &amp;right</source>
        <translation>Texte à d&amp;roite</translation>
    </message>
    <message>
        <source>I&amp;mages that no post uses…</source>
        <translation>Images &amp;inutilisées…</translation>
    </message>
    <message>
        <source>&amp;Spelling and signs</source>
        <translation>Orthographe et si&amp;gnes</translation>
    </message>
    <message>
        <source>&amp;Typographic signs…</source>
        <translation>Signes t&amp;ypographiques…</translation>
    </message>
    <message>
        <source>Set signs while t&amp;yping</source>
        <translation>Régler les signes pendant la &amp;frappe</translation>
    </message>
    <message>
        <source>Show &amp;in a new window</source>
        <translation>Montrer dans &amp;une nouvelle fenêtre</translation>
    </message>
    <message>
        <source>Fin&amp;d in all posts…</source>
        <translation>Trou&amp;ver dans tous les articles…</translation>
    </message>
    <message>
        <source>Search t&amp;he posts</source>
        <translation>C&amp;hercher dans les articles</translation>
    </message>
    <message>
        <source>Po&amp;sts</source>
        <translation>Article&amp;s</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Commandes…</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xporter</translation>
    </message>
    <message>
        <source>&amp;HTML…</source>
        <translation>&amp;HTML…</translation>
    </message>
    <message>
        <source>&amp;PDF…</source>
        <translation>&amp;PDF…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>&amp;Copy as formatted text</source>
        <translation>&amp;Copier avec sa mise en forme</translation>
    </message>
    <message>
        <source>Copy the HTML &amp;source</source>
        <translation>Copier le code &amp;source HTML</translation>
    </message>
    <message>
        <source>Copy for &amp;e-mail…</source>
        <translation>Copier pour un cou&amp;rriel…</translation>
    </message>
    <message>
        <source>C&amp;hanges of this post…</source>
        <translation>&amp;Modifications de cet article…</translation>
    </message>
    <message>
        <source>&amp;Bring the committed text back</source>
        <translation>&amp;Remettre le texte du dernier commit</translation>
    </message>
    <message>
        <source>&amp;Commit…</source>
        <translation>&amp;Commit…</translation>
    </message>
    <message>
        <source>Preview in &amp;your site</source>
        <translation>Aperçu dans votre s&amp;ite</translation>
    </message>
    <message>
        <source>&amp;Build the site…</source>
        <translation>C&amp;onstruire le site…</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>Autres commandes</translation>
    </message>
    <message>
        <source>Prefere&amp;nces…</source>
        <translation>Pr&amp;éférences…</translation>
    </message>
    <message>
        <source>A short &amp;guide</source>
        <translation>Petit &amp;guide</translation>
    </message>
    <message>
        <source>Try the sample &amp;blog</source>
        <translation>Essayer le blog d’e&amp;xemple</translation>
    </message>
    <message>
        <source>Go to the pre&amp;view</source>
        <translation>Aller à l’aper&amp;çu</translation>
    </message>
</context>
<context>
    <name>file_words</name>
    <message>
        <source>Rename {name}</source>
        <translation>Renommer {name}</translation>
    </message>
    <message>
        <source>Rename and mend the links</source>
        <translation>Renommer et corriger les liens</translation>
    </message>
    <message>
        <source>Rename alone</source>
        <translation>Seulement renommer</translation>
    </message>
    <message>
        <source>Renamed: {place}</source>
        <translation>Renommé&#xa0;: {place}</translation>
    </message>
    <message>
        <source>Publish {name}</source>
        <translation>Publier {name}</translation>
    </message>
    <message>
        <source>Publish and mend the links</source>
        <translation>Publier et corriger les liens</translation>
    </message>
    <message>
        <source>Publish alone</source>
        <translation>Seulement publier</translation>
    </message>
    <message>
        <source>A post from now on, with the next build of the site: {place}</source>
        <translation>C’est un article désormais, publié avec la prochaine génération du site&#xa0;: {place}</translation>
    </message>
    <message>
        <source>Posts that link to this one: {number}. This is what changes in them.</source>
        <translation>Articles qui mènent à celui-ci&#xa0;: {number}. Voici ce qui y change.</translation>
    </message>
    <message>
        <source>Posts that link to this draft: {number}. This is what changes in them.</source>
        <translation>Articles qui mènent à ce brouillon&#xa0;: {number}. Voici ce qui y change.</translation>
    </message>
    <message>
        <source>Posts that link to this one: {number}. While it is a draft these links lead nowhere, and the build of the site may stop there. This is what changes in them.</source>
        <translation>Articles qui mènent à celui-ci&#xa0;: {number}. Tant que c’est un brouillon, ces liens ne mènent nulle part, et la génération du site peut s’y arrêter. Voici ce qui y change.</translation>
    </message>
    <message>
        <source>Take {name} back</source>
        <translation>Retirer {name}</translation>
    </message>
    <message>
        <source>Take it back and mend the links</source>
        <translation>Retirer et corriger les liens</translation>
    </message>
    <message>
        <source>Take it back alone</source>
        <translation>Seulement retirer</translation>
    </message>
    <message>
        <source>A draft again, with the next build of the site: {place}</source>
        <translation>C’est de nouveau un brouillon, dès la prochaine génération du site&#xa0;: {place}</translation>
    </message>
    <message>
        <source>{name} is a draft already.</source>
        <translation>{name} est déjà un brouillon.</translation>
    </message>
    <message>
        <source>{name} is no draft: it is a post already.</source>
        <translation>{name} n’est pas un brouillon&#xa0;: c’est déjà un article.</translation>
    </message>
    <message>
        <source>A copy of {old}: {new}</source>
        <translation>Copie de {old}&#xa0;: {new}</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title} (copie)</translation>
    </message>
    <message>
        <source>A post from now on: {place}. The next build of the site puts it at {at}</source>
        <translation>C’est un article désormais&#xa0;: {place}. La prochaine génération du site le met à l’adresse {at}</translation>
    </message>
</context>
<context>
    <name>git</name>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>D</source>
        <translation>S</translation>
    </message>
    <message>
        <source>C</source>
        <translation>M</translation>
    </message>
    <message>
        <source>new, not yet in Git</source>
        <translation>nouveau, pas encore dans Git</translation>
    </message>
    <message>
        <source>changed since the last commit</source>
        <translation>modifié depuis le dernier commit</translation>
    </message>
    <message>
        <source>deleted since the last commit</source>
        <translation>supprimé depuis le dernier commit</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>1 post deleted since the last commit</source>
        <translation>1 article supprimé depuis le dernier commit</translation>
    </message>
    <message>
        <source>{number} posts deleted since the last commit</source>
        <translation>{number} articles supprimés depuis le dernier commit</translation>
    </message>
</context>
<context>
    <name>images</name>
    <message>
        <source>The image</source>
        <translation>L’image</translation>
    </message>
    <message>
        <source>it is larger than {size} MB or than 60 million pixels.</source>
        <translation>elle dépasse {size} Mo ou 60 millions de pixels.</translation>
    </message>
    <message>
        <source>it is no picture that browsers show. PNG, JPEG, GIF, WebP, AVIF and SVG are.</source>
        <translation>ce n’est pas une image que les navigateurs affichent. PNG, JPEG, GIF, WebP, AVIF et SVG en sont.</translation>
    </message>
    <message>
        <source>it cannot be read; the file may be damaged.</source>
        <translation>elle ne peut pas être lue&#x202f;; le fichier est peut-être endommagé.</translation>
    </message>
    <message>
        <source>it could not be kept in the site: {reason}</source>
        <translation>elle n’a pas pu être gardée dans le site&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Intertitre</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
</context>
<context>
    <name>preferences</name>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Text of the source</source>
        <translation>Texte de la source</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>Volets</translation>
    </message>
    <message>
        <source>By the words of the post</source>
        <translation>D’après les mots de l’article</translation>
    </message>
    <message>
        <source>New images go to</source>
        <translation>Dossier des nouvelles images</translation>
    </message>
    <message>
        <source>The folder as addresses have it; {year}, {month} and {slug} become the post’s.</source>
        <translation>Tel qu’il est dans les adresses&#x202f;; {year}, {month} et {slug} deviennent ceux de l’article.</translation>
    </message>
    <message>
        <source>where the site’s posts have theirs</source>
        <translation>là où les articles ont les leurs</translation>
    </message>
    <message>
        <source>Language of its posts</source>
        <translation>Langue de ses articles</translation>
    </message>
    <message>
        <source>A post that names its language keeps that one.</source>
        <translation>Un article qui nomme sa langue garde la sienne.</translation>
    </message>
    <message>
        <source>Command that builds it</source>
        <translation>Commande qui le construit</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>High contrast, dark ground</source>
        <translation>Contraste élevé, fond sombre</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>It changes with the next window that opens.</source>
        <translation>Elle change à la prochaine fenêtre ouverte.</translation>
    </message>
    <message>
        <source>Size of the preview</source>
        <translation>Taille de l’aperçu</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>The system’s font for code</source>
        <translation>La police du système pour le code</translation>
    </message>
    <message>
        <source>Size beside the usual one</source>
        <translation>Taille par rapport à l’habituelle</translation>
    </message>
    <message>
        <source> pt</source>
        <translation>&#xa0;pt</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Interligne</translation>
    </message>
    <message>
        <source>Characters in a row</source>
        <translation>Caractères par ligne</translation>
    </message>
    <message>
        <source>as wide as the pane</source>
        <translation>la largeur du volet</translation>
    </message>
    <message>
        <source>Mark wrong words</source>
        <translation>Signaler les fautes</translation>
    </message>
    <message>
        <source>Set quotes, apostrophes and dashes while typing</source>
        <translation>Guillemets, apostrophes et tirets en cours de frappe</translation>
    </message>
    <message>
        <source>As the post’s language has them; Undo gives the plain sign.</source>
        <translation>Comme le veut la langue de l’article&#x202f;; Annuler rend le signe simple.</translation>
    </message>
    <message>
        <source>Typewriter: the caret stays at one height</source>
        <translation>Machine à écrire&#xa0;: le curseur reste à une hauteur</translation>
    </message>
    <message>
        <source>Front matter as text</source>
        <translation>En-tête dans la source</translation>
    </message>
    <message>
        <source>Focus on the paragraph</source>
        <translation>Paragraphe en lumière</translation>
    </message>
    <message>
        <source>Posts of the site</source>
        <translation>Articles du site</translation>
    </message>
    <message>
        <source>Form of the front matter</source>
        <translation>Formulaire de l’en-tête</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Without styles</source>
        <translation>Sans styles</translation>
    </message>
    <message>
        <source>US letter</source>
        <translation>Letter (États-Unis)</translation>
    </message>
    <message>
        <source>Look of a page</source>
        <translation>Apparence d’une page</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source> mm</source>
        <translation>&#xa0;mm</translation>
    </message>
    <message>
        <source>Number the pages</source>
        <translation>Numéroter les pages</translation>
    </message>
    <message>
        <source>Print the addresses of links</source>
        <translation>Imprimer l’adresse des liens</translation>
    </message>
    <message>
        <source>Images go along in an e-mail</source>
        <translation>Joindre les images à un courriel</translation>
    </message>
    <message>
        <source>Run when you ask for it, with the site’s own code: for a site that you trust.</source>
        <translation>Lancée à votre demande, avec le code du site&#xa0;: pour un site sûr à vos yeux.</translation>
    </message>
</context>
<context>
    <name>unsaved_box</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Changements non enregistrés</translation>
    </message>
    <message>
        <source>These changes are not saved yet:</source>
        <translation>Ces changements ne sont pas encore enregistrés&#xa0;:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What you do not save is kept aside for 30 days.</source>
        <translation>Ce que vous n’enregistrez pas est mis de côté 30 jours.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Excerpt</source>
        <translation>Extrait</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Permalink</source>
        <translation>Permalien</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>Slug</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modifié le</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Sous-titre</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Auteurs</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Table of contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Thumbnail</source>
        <translation>Vignette</translation>
    </message>
    <message>
        <source>The post&apos;s title</source>
        <translation>Le titre de l’article</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Ajouter une étiquette</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>Ajouter une catégorie</translation>
    </message>
    <message>
        <source>Add a keyword</source>
        <translation>Ajouter un mot-clé</translation>
    </message>
    <message>
        <source>{day} (from the file&apos;s name)</source>
        <translation>{day} (nom du fichier)</translation>
    </message>
    <message>
        <source>Not saved: the disk of {name} is full.</source>
        <translation>Non enregistré&#xa0;: le disque de {name} est plein.</translation>
    </message>
    <message>
        <source>Line {line}: {what}</source>
        <translation>Ligne&#xa0;{line}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>the title</source>
        <translation>le titre</translation>
    </message>
    <message>
        <source>“{key}”</source>
        <translation>«&#xa0;{key}&#xa0;»</translation>
    </message>
    <message>
        <source>a field</source>
        <translation>un champ</translation>
    </message>
    <message>
        <source>A generator</source>
        <translation>Un générateur</translation>
    </message>
    <message>
        <source>the header</source>
        <translation>l’en-tête</translation>
    </message>
    <message>
        <source>{field} holds “{found}”, which needs quotes in {format}.</source>
        <translation>{field} contient «&#xa0;{found}&#xa0;», qui demande des guillemets en {format}.</translation>
    </message>
    <message>
        <source>{field} lacks the quotes that {format} wants around a text.</source>
        <translation>{field} n’a pas les guillemets que {format} veut autour d’un texte.</translation>
    </message>
    <message>
        <source>{field} goes on after the quote {found} that ends it.</source>
        <translation>{field} continue après le guillemet {found} qui le ferme.</translation>
    </message>
    <message>
        <source>the quote {found} of {field} is never closed.</source>
        <translation>dans {field}, le guillemet {found} n’est jamais refermé.</translation>
    </message>
    <message>
        <source>the bracket {found} of {field} is never closed.</source>
        <translation>dans {field}, le crochet {found} n’est jamais refermé.</translation>
    </message>
    <message>
        <source>there is a tab where {format} wants spaces.</source>
        <translation>il y a une tabulation là où {format} veut des espaces.</translation>
    </message>
    <message>
        <source>a space is missing after the colon of “{found}”.</source>
        <translation>il manque une espace après les deux-points de «&#xa0;{found}&#xa0;».</translation>
    </message>
    <message>
        <source>there is a sign in {field} that {format} does not allow.</source>
        <translation>il y a dans {field} un signe que {format} n’admet pas.</translation>
    </message>
    <message>
        <source>{field} is a day or a time that does not exist.</source>
        <translation>{field} est un jour ou une heure qui n’existe pas.</translation>
    </message>
    <message>
        <source>“{found}” at the start of {field} is a type to YAML, and no text.</source>
        <translation>«&#xa0;{found}&#xa0;», qui ouvre {field}, est un type pour YAML, pas un texte.</translation>
    </message>
    <message>
        <source>a comma is missing behind this field.</source>
        <translation>il manque une virgule après ce champ.</translation>
    </message>
    <message>
        <source>this line is no field: it has no “key:”.</source>
        <translation>cette ligne n’est pas un champ&#xa0;: elle n’a ni clé, ni deux-points.</translation>
    </message>
    <message>
        <source>{field} stands here a second time.</source>
        <translation>{field} figure ici une seconde fois.</translation>
    </message>
    <message>
        <source>the line that ends the front matter is missing.</source>
        <translation>il manque la ligne qui ferme l’en-tête.</translation>
    </message>
    <message>
        <source>this line does not start front matter; “---” alone does.</source>
        <translation>cette ligne n’ouvre pas un en-tête&#x202f;; il faut «&#xa0;---&#xa0;» seul.</translation>
    </message>
    <message>
        <source>this front matter is over 256 kB or 2000 fields.</source>
        <translation>cet en-tête dépasse 256 ko ou 2000 champs.</translation>
    </message>
    <message>
        <source>this front matter is nested over 100 deep.</source>
        <translation>cet en-tête s’emboîte sur plus de 100 niveaux.</translation>
    </message>
    <message>
        <source>this front matter refers to itself too often.</source>
        <translation>cet en-tête renvoie trop souvent à lui-même.</translation>
    </message>
    <message>
        <source>the number of {field} has over 100 digits.</source>
        <translation>dans {field}, le nombre a plus de 100 chiffres.</translation>
    </message>
    <message>
        <source>{field} is not valid {format}.</source>
        <translation>{field} n’est pas valide en {format}.</translation>
    </message>
    <message>
        <source>{generator} does not read fields that are written like this.</source>
        <translation>{generator} ne lit pas des champs écrits ainsi.</translation>
    </message>
    <message>
        <source>this starts as JSON does, and is none.</source>
        <translation>cela commence comme du JSON, et n’en est pas.</translation>
    </message>
    <message>
        <source>“...” does not end front matter for {generator}.</source>
        <translation>trois points ne ferment pas l’en-tête pour {generator}.</translation>
    </message>
    <message>
        <source>the file is not UTF-8.</source>
        <translation>le fichier n’est pas en UTF-8.</translation>
    </message>
    <message>
        <source>two versions of the post stand here, not merged yet.</source>
        <translation>deux versions de l’article se trouvent ici, pas encore fusionnées.</translation>
    </message>
    <message>
        <source>the file starts with an invisible byte order mark.</source>
        <translation>le fichier commence par une marque d’ordre des octets, invisible.</translation>
    </message>
    <message>
        <source>the lines end as on Macs of old.</source>
        <translation>les lignes se terminent comme sur les anciens Mac.</translation>
    </message>
    <message>
        <source>the lines start with “{found}”, the mark of a patch.</source>
        <translation>les lignes commencent par «&#xa0;{found}&#xa0;», la marque d’un correctif (patch).</translation>
    </message>
    <message>
        <source>an invisible mark stands before the front matter.</source>
        <translation>une marque invisible précède l’en-tête.</translation>
    </message>
    <message>
        <source>the curly quotes are a part of {field}, and no quotes.</source>
        <translation>ces guillemets courbes font partie du contenu de {field}, et ne l’entourent pas.</translation>
    </message>
    <message>
        <source>{field} ends before “{lost}”: “ #” starts a comment.</source>
        <translation>{field} s’arrête avant «&#xa0;{lost}&#xa0;»&#xa0;: un dièse après une espace ouvre un commentaire.</translation>
    </message>
    <message>
        <source>{generator} reads “{wanted}”, and takes “{key}” for another field.</source>
        <translation>{generator} lit «&#xa0;{wanted}&#xa0;», et prend «&#xa0;{key}&#xa0;» pour un autre champ.</translation>
    </message>
    <message>
        <source>“{value}” is no date to {generator}.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas une date pour {generator}.</translation>
    </message>
    <message>
        <source>of “{value}” {generator} does not read the whole: the rest it takes from the day of the build.</source>
        <translation>{generator} ne lit pas tout «&#xa0;{value}&#xa0;»&#xa0;: le reste, il le prend au jour de la génération.</translation>
    </message>
    <message>
        <source>the post is dated {value}, which is to come.</source>
        <translation>l’article est daté du {value}, qui est à venir.</translation>
    </message>
    <message>
        <source>the post expired on {value}.</source>
        <translation>l’article a expiré le {value}.</translation>
    </message>
    <message>
        <source>the file&apos;s name says {named}, {field} says {value}: for {generator} {field} counts.</source>
        <translation>le nom du fichier dit {named}, {field} dit {value}&#xa0;: pour {generator}, c’est {field} qui compte.</translation>
    </message>
    <message>
        <source>{field} says {value}; in the site&apos;s zone, {zone}, that is {published}.</source>
        <translation>{field} dit {value}&#x202f;; dans le fuseau du site, {zone}, c’est le {published}.</translation>
    </message>
    <message>
        <source>the file&apos;s name does not start with a date.</source>
        <translation>le nom du fichier ne commence pas par une date.</translation>
    </message>
    <message>
        <source>the date in the file&apos;s name, {value}, does not exist.</source>
        <translation>la date du nom du fichier, {value}, n’existe pas.</translation>
    </message>
    <message>
        <source>{generator} does not heed “{key}: {value}”.</source>
        <translation>{generator} ne tient pas compte de «&#xa0;{key}&#xa0;» valant «&#xa0;{value}&#xa0;».</translation>
    </message>
    <message>
        <source>{field} is empty, which counts as “false”.</source>
        <translation>{field} est vide, ce qui vaut «&#xa0;false&#xa0;».</translation>
    </message>
    <message>
        <source>{generator} makes of {field} {count} parts: {parts}.</source>
        <translation>{generator} découpe {field} en {count} parties&#xa0;: {parts}.</translation>
    </message>
    <message>
        <source>{field} is missing, which the other posts have.</source>
        <translation>il manque {field}, que les autres articles ont.</translation>
    </message>
    <message>
        <source>the site has no layout “{value}”.</source>
        <translation>le site n’a pas de modèle «&#xa0;{value}&#xa0;».</translation>
    </message>
    <message>
        <source>“{name}” is never closed.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est jamais refermé.</translation>
    </message>
    <message>
        <source>the template tag “{name}” is not complete.</source>
        <translation>la balise «&#xa0;{name}&#xa0;» n’est pas complète.</translation>
    </message>
    <message>
        <source>“{name}” ends what has not begun.</source>
        <translation>«&#xa0;{name}&#xa0;» ferme ce qui n’est pas ouvert.</translation>
    </message>
    <message>
        <source>{generator} knows no tag “{name}”.</source>
        <translation>{generator} ne connaît pas de balise «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>the site has no “{name}”, which a tag asks for.</source>
        <translation>le site n’a pas «&#xa0;{name}&#xa0;», qu’une balise demande.</translation>
    </message>
    <message>
        <source>there is no file for the image “{name}”.</source>
        <translation>il n’y a pas de fichier pour l’image «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>the link “{name}” leads to no page and no file of the site.</source>
        <translation>le lien «&#xa0;{name}&#xa0;» ne mène à aucune page ni à aucun fichier du site.</translation>
    </message>
    <message>
        <source>the link “{name}” leads to no heading of the post.</source>
        <translation>le lien «&#xa0;{name}&#xa0;» ne mène à aucun titre de l’article.</translation>
    </message>
    <message>
        <source>{generator} publishes the post without title and layout.</source>
        <translation>{generator} publie l’article sans titre ni modèle.</translation>
    </message>
    <message>
        <source>{generator} publishes the post without title and layout, at today&apos;s address.</source>
        <translation>{generator} publie l’article sans titre ni modèle, à l’adresse du jour.</translation>
    </message>
    <message>
        <source>{generator} prints these lines on the page.</source>
        <translation>{generator} imprime ces lignes sur la page.</translation>
    </message>
    <message>
        <source>{generator} copies the file as it is, and makes no page of it.</source>
        <translation>{generator} copie le fichier tel quel et n’en fait aucune page.</translation>
    </message>
    <message>
        <source>{generator} stops, and builds nothing of the site.</source>
        <translation>{generator} s’arrête, et ne génère rien du site.</translation>
    </message>
    <message>
        <source>{generator} leaves the post out, silently.</source>
        <translation>{generator} omet l’article, sans le dire.</translation>
    </message>
    <message>
        <source>The post is published all the same.</source>
        <translation>L’article est publié quand même.</translation>
    </message>
    <message>
        <source>{generator} builds the post without a date.</source>
        <translation>{generator} génère l’article sans date.</translation>
    </message>
    <message>
        <source>The post is published at another day.</source>
        <translation>L’article est publié à un autre jour.</translation>
    </message>
    <message>
        <source>{generator} cannot read the fields.</source>
        <translation>{generator} ne peut pas lire les champs.</translation>
    </message>
    <message>
        <source>{generator} reads it all the same; some readers refuse all fields.</source>
        <translation>{generator} le lit quand même&#x202f;; d’autres refusent tous les champs.</translation>
    </message>
    <message>
        <source>The last one counts.</source>
        <translation>C’est le dernier qui compte.</translation>
    </message>
    <message>
        <source>Quote {field}</source>
        <translation>Mettre {field} entre guillemets</translation>
    </message>
    <message>
        <source>Close the quote</source>
        <translation>Fermer le guillemet</translation>
    </message>
    <message>
        <source>Close the bracket</source>
        <translation>Fermer le crochet</translation>
    </message>
    <message>
        <source>Put spaces for the tab</source>
        <translation>Remplacer la tabulation par des espaces</translation>
    </message>
    <message>
        <source>Indent the line</source>
        <translation>Décaler la ligne</translation>
    </message>
    <message>
        <source>Add the space</source>
        <translation>Ajouter l’espace</translation>
    </message>
    <message>
        <source>Remove the sign</source>
        <translation>Enlever le signe</translation>
    </message>
    <message>
        <source>Keep one of the two</source>
        <translation>Garder l’un des deux</translation>
    </message>
    <message>
        <source>Add the closing line</source>
        <translation>Ajouter la ligne de fin</translation>
    </message>
    <message>
        <source>Remove the empty line</source>
        <translation>Enlever la ligne vide</translation>
    </message>
    <message>
        <source>Write “---” alone</source>
        <translation>Écrire «&#xa0;---&#xa0;» seul</translation>
    </message>
    <message>
        <source>Add “---” as first line</source>
        <translation>Ajouter «&#xa0;---&#xa0;» en première ligne</translation>
    </message>
    <message>
        <source>Add the comma</source>
        <translation>Ajouter la virgule</translation>
    </message>
    <message>
        <source>Remove the comma</source>
        <translation>Enlever la virgule</translation>
    </message>
    <message>
        <source>Mend the line</source>
        <translation>Corriger la ligne</translation>
    </message>
    <message>
        <source>Write it as {format}</source>
        <translation>L’écrire en {format}</translation>
    </message>
    <message>
        <source>Make it JSON</source>
        <translation>En faire du JSON</translation>
    </message>
    <message>
        <source>Write “---”</source>
        <translation>Écrire «&#xa0;---&#xa0;»</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Enlever la marque</translation>
    </message>
    <message>
        <source>Remove the marks</source>
        <translation>Supprimer les marques</translation>
    </message>
    <message>
        <source>Write “{wanted}”</source>
        <translation>Écrire «&#xa0;{wanted}&#xa0;»</translation>
    </message>
    <message>
        <source>Write {meant}</source>
        <translation>Écrire {meant}</translation>
    </message>
    <message>
        <source>Write a day of the calendar, such as 2024-01-31.</source>
        <translation>Écrivez un jour du calendrier, par exemple 2024-01-31.</translation>
    </message>
    <message>
        <source>Put “key:” before it, or indent it below its field.</source>
        <translation>Faites-la précéder d’une clé et de deux-points, ou décalez-la sous son champ.</translation>
    </message>
    <message>
        <source>Keep the one you mean.</source>
        <translation>Gardez celui que vous voulez.</translation>
    </message>
    <message>
        <source>Write lines such as “title: …”.</source>
        <translation>Écrivez des lignes comme «&#xa0;title&#xa0;: …&#xa0;».</translation>
    </message>
    <message>
        <source>Add the comma.</source>
        <translation>Ajoutez la virgule.</translation>
    </message>
    <message>
        <source>Remove the comma.</source>
        <translation>Enlevez la virgule.</translation>
    </message>
    <message>
        <source>Put {field} in quotes.</source>
        <translation>Mettez {field} entre guillemets.</translation>
    </message>
    <message>
        <source>Write the quotes inside in another way.</source>
        <translation>Écrivez autrement les guillemets intérieurs.</translation>
    </message>
    <message>
        <source>Close the quote where the text ends.</source>
        <translation>Fermez le guillemet à la fin du texte.</translation>
    </message>
    <message>
        <source>Close the bracket where the list ends.</source>
        <translation>Fermez le crochet à la fin de la liste.</translation>
    </message>
    <message>
        <source>Indent it as the lines around it.</source>
        <translation>Décalez-la comme les lignes voisines.</translation>
    </message>
    <message>
        <source>Close it, by the line it opens with.</source>
        <translation>Fermez-le par la même ligne que celle qui l’ouvre.</translation>
    </message>
    <message>
        <source>Write them as the site&apos;s other posts have them.</source>
        <translation>Écrivez-les comme dans les autres articles du site.</translation>
    </message>
    <message>
        <source>Mend the braces, the quotes and the commas.</source>
        <translation>Corrigez les accolades, les guillemets et les virgules.</translation>
    </message>
    <message>
        <source>Remove it, as “blog-editor fix” does.</source>
        <translation>Supprimez-la, comme le fait «&#xa0;blog-editor fix&#xa0;».</translation>
    </message>
    <message>
        <source>End them as other files do, as “blog-editor fix” does.</source>
        <translation>Terminez-les comme dans les autres fichiers, ainsi que le fait «&#xa0;blog-editor fix&#xa0;».</translation>
    </message>
    <message>
        <source>Remove the marks.</source>
        <translation>Supprimez les marques.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Enregistrez-le en UTF-8.</translation>
    </message>
    <message>
        <source>Keep one of them, and remove the lines of the marks.</source>
        <translation>Gardez-en une, et enlevez les lignes des marques.</translation>
    </message>
    <message>
        <source>Write it as 2024-01-31.</source>
        <translation>Écrivez-la sous la forme 2024-01-31.</translation>
    </message>
    <message>
        <source>Wait, or give it a day that has come.</source>
        <translation>Attendez, ou donnez-lui un jour déjà venu.</translation>
    </message>
    <message>
        <source>Remove “{key}”, or give it a day to come.</source>
        <translation>Enlevez «&#xa0;{key}&#xa0;», ou donnez-lui un jour à venir.</translation>
    </message>
    <message>
        <source>Make both the same.</source>
        <translation>Accordez les deux.</translation>
    </message>
    <message>
        <source>Write the zone you mean, such as {example}.</source>
        <translation>Écrivez le fuseau voulu, par exemple {example}.</translation>
    </message>
    <message>
        <source>Name it YYYY-MM-DD-….md.</source>
        <translation>Nommez-le AAAA-MM-JJ-….md.</translation>
    </message>
    <message>
        <source>Name it by a day of the calendar.</source>
        <translation>Donnez-lui un jour du calendrier.</translation>
    </message>
    <message>
        <source>Write “{wanted}”.</source>
        <translation>Écrivez «&#xa0;{wanted}&#xa0;».</translation>
    </message>
    <message>
        <source>Write “true” or “false”.</source>
        <translation>Écrivez «&#xa0;true&#xa0;» ou «&#xa0;false&#xa0;».</translation>
    </message>
    <message>
        <source>Write a list, such as [{example}].</source>
        <translation>Écrivez une liste, par exemple [{example}].</translation>
    </message>
    <message>
        <source>Add {field}.</source>
        <translation>Ajoutez {field}.</translation>
    </message>
    <message>
        <source>Name one of the site&apos;s.</source>
        <translation>Nommez-en un du site.</translation>
    </message>
    <message>
        <source>Close it where it ends.</source>
        <translation>Fermez-la là où elle finit.</translation>
    </message>
    <message>
        <source>Complete it, or put it between “raw” and “endraw”.</source>
        <translation>Complétez-la, ou mettez-la entre «&#xa0;raw&#xa0;» et «&#xa0;endraw&#xa0;».</translation>
    </message>
    <message>
        <source>Remove it, or open it above.</source>
        <translation>Enlevez-la, ou ouvrez-la plus haut.</translation>
    </message>
    <message>
        <source>Correct its name, or remove it.</source>
        <translation>Corrigez son nom, ou enlevez-la.</translation>
    </message>
    <message>
        <source>Correct the name.</source>
        <translation>Corrigez le nom.</translation>
    </message>
    <message>
        <source>Put the file there, or correct the address.</source>
        <translation>Mettez le fichier à cet endroit, ou corrigez l’adresse.</translation>
    </message>
    <message>
        <source>Correct the address.</source>
        <translation>Corrigez l’adresse.</translation>
    </message>
    <message>
        <source>Mend the quotes</source>
        <translation>Corriger les guillemets</translation>
    </message>
    <message>
        <source>there is a comma after the last field.</source>
        <translation>il y a une virgule après le dernier champ.</translation>
    </message>
    <message>
        <source>the line “---” that starts the front matter is missing.</source>
        <translation>il manque la ligne «&#xa0;---&#xa0;» qui ouvre l’en-tête.</translation>
    </message>
    <message>
        <source>this line stands too far left or right.</source>
        <translation>cette ligne est trop à gauche ou trop à droite.</translation>
    </message>
    <message>
        <source>this front matter has no fields.</source>
        <translation>cet en-tête ne contient aucun champ.</translation>
    </message>
    <message>
        <source>there is an empty line above the front matter.</source>
        <translation>il y a une ligne vide au-dessus de l’en-tête.</translation>
    </message>
    <message>
        <source>{encoding} with BOM</source>
        <translation>{encoding} avec BOM</translation>
    </message>
    <message>
        <source>{name} is not all {encoding}: of its bytes, {number} stay as they are, being no characters.</source>
        <translation>{name} n’est pas entièrement en {encoding}&#xa0;: {number} de ses octets ne sont pas des caractères et restent tels quels.</translation>
    </message>
    <message>
        <source>This field can be changed in the source only.</source>
        <translation>Ce champ ne peut être modifié que dans la source.</translation>
    </message>
    <message>
        <source>The front matter is too broken to be changed here: please mend it in the source.</source>
        <translation>L’en-tête est trop abîmé pour être modifié ici&#xa0;: veuillez le corriger dans la source.</translation>
    </message>
    <message>
        <source>This value cannot be written in this place.</source>
        <translation>Cette valeur ne peut pas être écrite à cet endroit.</translation>
    </message>
    <message>
        <source>The text was left as it is: written there, this value would change something else.</source>
        <translation>Le texte est resté tel quel&#xa0;: écrite là, cette valeur changerait autre chose.</translation>
    </message>
    <message>
        <source>This field could not be changed; the text is as it was.</source>
        <translation>Ce champ n’a pas pu être modifié&#x202f;; le texte est resté tel quel.</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>mixtes</translation>
    </message>
    <message>
        <source>{name} is not a text, so it is not shown or changed.</source>
        <translation>{name} n’est pas un texte&#xa0;: il n’est ni affiché ni modifié.</translation>
    </message>
    <message>
        <source>{name} is written in UTF-32, which can be read here but not saved.</source>
        <translation>{name} est écrit en UTF-32, que l’on peut lire ici mais pas enregistrer.</translation>
    </message>
    <message>
        <source>{name} is write-protected. To keep changes, use “Save as”.</source>
        <translation>{name} est protégé en écriture. Pour garder des modifications, utilisez «&#xa0;Enregistrer sous&#xa0;».</translation>
    </message>
    <message>
        <source>{name} holds characters that could not be saved exactly, so it opens read-only.</source>
        <translation>{name} contient des caractères qui ne pourraient pas être enregistrés à l’identique&#xa0;: il s’ouvre en lecture seule.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a post.</source>
        <translation>{name} est un dossier, pas un article.</translation>
    </message>
    <message>
        <source>{name} is a device or a pipe, not a post.</source>
        <translation>{name} est un périphérique ou un tube, pas un article.</translation>
    </message>
    <message>
        <source>{name} is larger than 64 MB, too large for a post.</source>
        <translation>{name} dépasse 64&#xa0;Mo, c’est trop pour un article.</translation>
    </message>
    <message>
        <source>{name} is not there. Was it moved or renamed?</source>
        <translation>{name} est introuvable. A-t-il été déplacé ou renommé&#x202f;?</translation>
    </message>
    <message>
        <source>The folder of {name} is not there.</source>
        <translation>Le dossier de {name} est introuvable.</translation>
    </message>
    <message>
        <source>You are not allowed to read {name}.</source>
        <translation>Vous n’avez pas le droit de lire {name}.</translation>
    </message>
    <message>
        <source>{name} could not be read: {reason}.</source>
        <translation>{name} n’a pas pu être lu&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Not saved: {name} is written in {encoding}, which has no “{character}” (U+{code}).</source>
        <translation>Non enregistré&#xa0;: {name} est écrit en {encoding}, où «&#xa0;{character}&#xa0;» (U+{code}) n’existe pas.</translation>
    </message>
    <message>
        <source>Not saved: {name}. Your text is kept. {reason}</source>
        <translation>Non enregistré&#xa0;: {name}. Votre texte est conservé. {reason}</translation>
    </message>
    <message>
        <source>Not saved: the folder of {name} is not there.</source>
        <translation>Non enregistré&#xa0;: le dossier de {name} est introuvable.</translation>
    </message>
    <message>
        <source>Not saved: {name} is a folder.</source>
        <translation>Non enregistré&#xa0;: {name} est un dossier.</translation>
    </message>
    <message>
        <source>Not saved: you are not allowed to write {name}.</source>
        <translation>Non enregistré&#xa0;: vous n’avez pas le droit d’écrire {name}.</translation>
    </message>
    <message>
        <source>Not saved: {name} is write-protected.</source>
        <translation>Non enregistré&#xa0;: {name} est protégé en écriture.</translation>
    </message>
    <message>
        <source>Not saved: the name {name} is too long.</source>
        <translation>Non enregistré&#xa0;: le nom {name} est trop long.</translation>
    </message>
    <message>
        <source>Not saved: {name} can only be overwritten, and no safety copy of it could be made.</source>
        <translation>Non enregistré&#xa0;: {name} ne peut être qu’écrasé, et aucune copie de secours n’a pu en être faite.</translation>
    </message>
    <message>
        <source>Not saved: read again, {name} was not what had been written.</source>
        <translation>Non enregistré&#xa0;: à la relecture, {name} différait de ce qui venait d’être écrit.</translation>
    </message>
    <message>
        <source>{name} was written only in part. What it held before is in {copy}.</source>
        <translation>{name} n’a été écrit qu’en partie. Son contenu précédent est dans {copy}.</translation>
    </message>
    <message>
        <source>Not saved: {name}. {reason}.</source>
        <translation>Non enregistré&#xa0;: {name}. {reason}.</translation>
    </message>
    <message>
        <source>{size} kB more are needed.</source>
        <translation>Il manque {size}&#xa0;ko.</translation>
    </message>
    <message>
        <source>Your text is kept here.</source>
        <translation>Votre texte est conservé ici.</translation>
    </message>
    <message>
        <source>This text takes too long to draw. The preview shows the last state that could be; writing and saving go on.</source>
        <translation>Ce texte est trop long à mettre en page. L’aperçu montre le dernier état qui a pu l’être&#x202f;; vous pouvez continuer à écrire et à enregistrer.</translation>
    </message>
    <message>
        <source>This text cannot be drawn. The preview shows the last state that could be; writing and saving go on.</source>
        <translation>Ce texte ne peut pas être mis en page. L’aperçu montre le dernier état qui a pu l’être&#x202f;; vous pouvez continuer à écrire et à enregistrer.</translation>
    </message>
    <message>
        <source>The site cannot be built</source>
        <translation>Le site ne peut pas être construit</translation>
    </message>
    <message>
        <source>Will not be published: {why}</source>
        <translation>Ne sera pas publié&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Will be published broken, at {address}</source>
        <translation>Sera publié abîmé, à l’adresse {address}</translation>
    </message>
    <message>
        <source>Will be published all the same, at {address}</source>
        <translation>Sera publié quand même, à l’adresse {address}</translation>
    </message>
    <message>
        <source>Will be published at {address} on {day}</source>
        <translation>Sera publié à l’adresse {address}, daté du {day}</translation>
    </message>
    <message>
        <source>Will be published at {address}</source>
        <translation>Sera publié à l’adresse {address}</translation>
    </message>
    <message>
        <source>It does not take “{name}”.</source>
        <translation>Elle n’accepte pas «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>it lies outside the site&apos;s content</source>
        <translation>il se trouve hors du contenu du site</translation>
    </message>
    <message>
        <source>the site&apos;s settings leave it out</source>
        <translation>les réglages du site l’écartent</translation>
    </message>
    <message>
        <source>a name such as “{name}” is passed over</source>
        <translation>un nom comme «&#xa0;{name}&#xa0;» est ignoré</translation>
    </message>
    <message>
        <source>it is a draft</source>
        <translation>c’est un brouillon</translation>
    </message>
    <message>
        <source>it says so itself</source>
        <translation>il le dit lui-même</translation>
    </message>
    <message>
        <source>its date is still to come, {day} {time}</source>
        <translation>sa date est à venir, le {day} {time}</translation>
    </message>
    <message>
        <source>it has expired, {end}</source>
        <translation>il a expiré le {end}</translation>
    </message>
    <message>
        <source>its file&apos;s name has no date</source>
        <translation>le nom de son fichier n’a pas de date</translation>
    </message>
    <message>
        <source>no pages are made of “{collection}”</source>
        <translation>«&#xa0;{collection}&#xa0;» ne donne pas de pages</translation>
    </message>
    <message>
        <source>it is copied as it stands</source>
        <translation>il est copié tel quel</translation>
    </message>
    <message>
        <source>the file is not UTF-8</source>
        <translation>le fichier n’est pas en UTF-8</translation>
    </message>
    <message>
        <source>it makes no page of its own</source>
        <translation>il ne donne pas de page à lui</translation>
    </message>
    <message>
        <source>it has no title</source>
        <translation>il n’a pas de titre</translation>
    </message>
    <message>
        <source>it has no date</source>
        <translation>il n’a pas de date</translation>
    </message>
    <message>
        <source>the reason is not known</source>
        <translation>la raison n’est pas connue</translation>
    </message>
    <message>
        <source>The generator does not look into “{folder}”.</source>
        <translation>Le générateur ne regarde pas dans «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>The setting “exclude” has “{pattern}”.</source>
        <translation>Le réglage «&#xa0;exclude&#xa0;» contient «&#xa0;{pattern}&#xa0;».</translation>
    </message>
    <message>
        <source>It lies in “{folder}”. Publishing moves it to the posts.</source>
        <translation>Il se trouve dans «&#xa0;{folder}&#xa0;». Le publier le déplace parmi les articles.</translation>
    </message>
    <message>
        <source>Its field “{key}” says so.</source>
        <translation>Son champ «&#xa0;{key}&#xa0;» le dit.</translation>
    </message>
    <message>
        <source>The site has to be built again when that time has come.</source>
        <translation>Le site devra être reconstruit quand ce moment sera venu.</translation>
    </message>
    <message>
        <source>Jekyll wants names such as 2024-01-31-title.md.</source>
        <translation>Jekyll veut des noms comme 2024-01-31-titre.md.</translation>
    </message>
    <message>
        <source>The collection needs “output: true” in the site&apos;s settings.</source>
        <translation>Il faut mettre «&#xa0;output&#xa0;» à «&#xa0;true&#xa0;» pour cette collection dans les réglages du site.</translation>
    </message>
    <message>
        <source>It has no front matter that the generator sees.</source>
        <translation>Il n’a pas d’en-tête que le générateur voie.</translation>
    </message>
    <message>
        <source>It is part of another page, or told to have none.</source>
        <translation>Il fait partie d’une autre page, ou dit n’en avoir aucune.</translation>
    </message>
    <message>
        <source>The build stops at this post.</source>
        <translation>La construction s’arrête à cet article.</translation>
    </message>
    <message>
        <source>Its front matter cannot be read: title, layout and date are lost.</source>
        <translation>Son en-tête est illisible&#xa0;: titre, mise en page et date sont perdus.</translation>
    </message>
    <message>
        <source>It is dated {written}; in the site&apos;s time zone that is another day.</source>
        <translation>Il est daté du {written}&#x202f;; dans le fuseau du site, c’est un autre jour.</translation>
    </message>
    <message>
        <source>The file&apos;s name says {named}, but the field “date” counts.</source>
        <translation>Le nom du fichier dit le {named}, mais c’est le champ «&#xa0;date&#xa0;» qui compte.</translation>
    </message>
    <message>
        <source>The generator takes no notice of “{key}”.</source>
        <translation>Le générateur ne tient pas compte de «&#xa0;{key}&#xa0;».</translation>
    </message>
    <message>
        <source>It is found at its address alone: no list shows it.</source>
        <translation>On ne le trouve qu’à son adresse&#xa0;: aucune liste ne le montre.</translation>
    </message>
    <message>
        <source>Pelican writes it apart, in no list: {address}</source>
        <translation>Pelican l’écrit à part, dans aucune liste&#xa0;: {address}</translation>
    </message>
</context>
</TS>
